import 'server-only'
import { nextTry } from '@/domain/cohort/next-try'
import { db, sql } from '../db/client'
import { claimMails, type DueMail, markNotSent, markSent, renewClaim, stopToNobody } from '../db/mail/mails'
import { log } from '../log'
import { deliver } from './deliver'

const AT_ONCE = 20

/**
 * Sends the letters that are due, each at least once: if the process dies after the mail server has accepted a letter
 * and before we have noted it, the letter is sent again under the same Message-ID, so that mailboxes recognise the
 * duplicate.
 *
 * @returns the number of letters sent.
 */
export async function sendDue(now = () => new Date()): Promise<number> {
  await stopToNobody(sql(), now())
  let sent = 0
  for (;;) {
    const due = await claimMails(sql(), AT_ONCE, now())
    if (due.length === 0) return sent
    for (const mail of due) if (await send(mail, now())) sent += 1
  }
}

async function send(mail: DueMail, now: Date): Promise<boolean> {
  const { id, letter, tries } = mail
  // Sending the letters before it may have taken long: somebody may have stopped this one, or another sender taken it.
  if (!(await renewClaim(db(), mail, now))) return false
  try {
    await deliver(mail, now)
  } catch (error) {
    // Only the code: the message of a mail server quotes the address that it refused.
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
