import 'server-only'
import { nextTry } from '@/domain/cohort/next-try'
import { db, sql } from '../db/client'
import { claimMails, type DueMail, markNotSent, markSent } from '../db/mails'
import { log } from '../log'
import { deliver } from './deliver'

const AT_ONCE = 20

/**
 * Sends what is due. A letter goes out at least once: who dies between the mail server's yes and our note of it leaves it to
 * be sent again, under the same Message-ID, by which mailboxes know it.
 *
 * @returns how many went out.
 */
export async function sendDue(now = () => new Date()): Promise<number> {
  let sent = 0
  for (;;) {
    const due = await claimMails(sql(), AT_ONCE, now())
    if (due.length === 0) return sent
    for (const mail of due) if (await send(mail, now())) sent += 1
  }
}

async function send({ id, letter, tries }: DueMail, now: Date): Promise<boolean> {
  try {
    await deliver(id, letter, now)
  } catch (error) {
    // Only the code: the message of a mail server quotes the address it refused.
    const code = codeOf(error)
    log('mail-failed', { kind: letter.kind, code, tries })
    await markNotSent(db(), id, code, nextTry(tries, now))
    return false
  }
  await markSent(db(), id, now)
  return true
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if ('responseCode' in error) return String(error.responseCode)
  return 'code' in error ? String(error.code) : 'unknown'
}
