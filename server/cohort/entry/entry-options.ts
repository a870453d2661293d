import 'server-only'
import type { Localized } from '@/domain/locale'
import type { Permit } from '../../auth/permit'
import { findEntrant } from '../../db/account/accounts'
import { db } from '../../db/client'
import { titleOf } from '../courses'
import { cohortsOpenTo, type OpenCohort } from './open-cohort'

export type EntryOption = OpenCohort & { title: Localized }

/** The cohorts that are open to the confirmed address of the person. */
export async function entryOptions({ actor }: Permit<'cohort:join'>, now: Date): Promise<EntryOption[]> {
  const person = await findEntrant(db(), actor.accountId)
  const open = person ? await cohortsOpenTo(person.email, now) : []
  return Promise.all(open.map(async (cohort) => ({ ...cohort, title: await titleOf(cohort.cohort) })))
}
