import 'server-only'
import type { Permit } from '../auth/permit'
import { db } from '../db/client'
import { deleteSessions } from '../db/sessions'

/** Ends every session of the account, this one too, at its next request. */
export async function signOutEverywhere({ target }: Permit<'account:change'>): Promise<void> {
  await deleteSessions(db(), target.accountId)
}
