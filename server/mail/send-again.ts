import 'server-only'
import type { Tx } from '../db/client'
import { sendFailedAgain } from '../db/mail/mails'

/**
 * Queues the letters again that were given up, if they were stored after `since`. The budget was applied when they were
 * stored. @returns their number.
 */
export async function sendAgain(tx: Tx, since: Date, now: Date): Promise<number> {
  return sendFailedAgain(tx, since, now)
}
