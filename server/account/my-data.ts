import 'server-only'
import type { Permit } from '../auth/permit'
import { db } from '../db/client'
import { findPersonalData, type PersonalData, type PersonalTable } from '../db/retention/personal-data'

export type { PersonalData, PersonalTable }

/** All data held about a person, by table. */
export async function exportMyData({ target }: Permit<'account:read'>): Promise<PersonalData> {
  return findPersonalData(db(), target.accountId)
}
