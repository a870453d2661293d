import 'server-only'
import type { Permit } from '../auth/permit'
import { endSession as endNow, findOpenSessions, type OpenSession } from '../db/auth/sessions'
import { db, sql } from '../db/client'

/** The open sessions of a person, the last used first. */
export async function openSessions({ target }: Permit<'account:read'>, now: Date): Promise<OpenSession[]> {
  return findOpenSessions(sql(), target.accountId, now)
}

/**
 * Ends one session of the person at its next request. A session that has ended, or belongs to another account, stays as
 * it is.
 */
export async function endSession({ actor, target }: Permit<'account:change'>, sessionId: string): Promise<void> {
  await db().$transaction((tx) => endNow(tx, target.accountId, sessionId, actor.sessionId))
}
