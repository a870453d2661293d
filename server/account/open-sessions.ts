import 'server-only'
import type { Permit } from '../auth/permit'
import { db, sql } from '../db/client'
import { endSession as endNow, findOpenSessions, type OpenSession } from '../db/sessions'

/** Where she is signed in, the last used first. */
export async function openSessions({ target }: Permit<'account:read'>, now: Date): Promise<OpenSession[]> {
  return findOpenSessions(sql(), target.accountId, now)
}

/** Signs one browser of hers out at its next request. One that is signed out already, or is not hers, stays as it is. */
export async function endSession({ actor, target }: Permit<'account:change'>, sessionId: string): Promise<void> {
  await db().$transaction((tx) => endNow(tx, target.accountId, sessionId, actor.sessionId))
}
