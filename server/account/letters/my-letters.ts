import 'server-only'
import { AppError } from '@/domain/errors'
import { digestFrom, type LetterChoices, type WorkChoices } from '@/domain/letter/letter-budget'
import type { Permit } from '../../auth/permit'
import { sql } from '../../db/client'
import { findWorkChoices } from '../../db/desk/work-letters'
import { findHeld, findLastMails, type MailRow } from '../../db/mail/held-mails'
import { readStopToken, type Stop } from '../../mail/stop-link'
import { recipientsOf } from '../../mail/store-letters'

export type MyLetters = {
  choices: LetterChoices
  /** How many letters wait for her next digest, and from when it may go; null if none waits. */
  waiting: { count: number; from: Date } | null
  /** The newest first. */
  last: readonly MailRow[]
}

/** Her choices for the letters about her work. */
export async function myWorkLetters({ target }: Permit<'account:read'>): Promise<WorkChoices> {
  return findWorkChoices(sql(), target.accountId)
}

const LAST_SHOWN = 20

export async function myLetters({ target }: Permit<'account:read'>, now: Date): Promise<MyLetters> {
  const { accountId } = target
  const [recipients, held, last] = await Promise.all([
    recipientsOf(sql(), [accountId], now),
    findHeld(sql(), accountId, now),
    findLastMails(sql(), accountId, LAST_SHOWN),
  ])
  const recipient = recipients.get(accountId)
  if (!recipient) throw new AppError('not-found', 'account')
  const from = digestFrom(recipient, now)
  return { choices: recipient.choices, waiting: held.length > 0 && from ? { count: held.length, from } : null, last }
}

/**
 * The account and the class of letters that the link in a letter is about; null if no letter has this link. `stopped`:
 * the letters are stopped already.
 */
export async function stopOf(token: string, now: Date): Promise<(Stop & { stopped: boolean }) | null> {
  const stop = await readStopToken(token)
  const recipient = stop && (await recipientsOf(sql(), [stop.accountId], now)).get(stop.accountId)
  if (!stop || !recipient) return null
  if (stop.letterClass === 'work') {
    const { digest, atOnce } = await findWorkChoices(sql(), stop.accountId)
    return { ...stop, stopped: !digest && !atOnce }
  }
  const { reminders, reviews, announcements } = recipient.choices
  const stopped = { reminder: reminders === 'none', review: !reviews, announcement: !announcements }
  return { ...stop, stopped: stopped[stop.letterClass] }
}
