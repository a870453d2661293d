import 'server-only'
import type { Tx } from '../db/client'
import { sendFailedAgain } from '../db/mails'

/** Has letters sent again that were given up since then. Each was decided about when it was stored. @returns how many. */
export async function sendAgain(tx: Tx, since: Date, now: Date): Promise<number> {
  return sendFailedAgain(tx, since, now)
}
