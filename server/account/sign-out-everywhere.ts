import 'server-only'
import type { Permit } from '../auth/permit'
import { deleteSessions } from '../db/auth/sessions'
import { db } from '../db/client'

/** Ends every session of the account at its next request, including the current one. */
export async function signOutEverywhere({ target }: Permit<'account:change'>): Promise<void> {
  await deleteSessions(db(), target.accountId)
}
