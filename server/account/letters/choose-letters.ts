import 'server-only'
import {
  BUDGET_KINDS,
  type BudgetClass,
  CLASS_OF,
  DEFAULT_CHOICES,
  digestFrom,
  type LetterChoices,
  type LetterClass,
  type WorkChoices,
} from '@/domain/letter/letter-budget'
import type { Permit } from '../../auth/permit'
import { saveLetterChoices } from '../../db/account/letter-choices'
import { db, type Tx } from '../../db/client'
import { saveWorkChoices } from '../../db/desk/work-letters'
import { endHeld, postponeHeld, stopWaiting } from '../../db/mail/held-mails'
import type { Stop } from '../../mail/stop-link'
import { lockRecipients } from '../../mail/store-letters'

/** Changes some of her choices. Choices that are not given stay as they are. */
export async function chooseLetters(
  { target }: Permit<'account:change'>,
  choices: Partial<LetterChoices>,
  now: Date,
): Promise<void> {
  await db().$transaction((tx) => choose(tx, target.accountId, choices, now))
}

/**
 * Stops the letters of a class. Called for the link in each of them, which gives no other right to the person who uses
 * it.
 */
export async function stopLetters({ accountId, letterClass }: Stop, now: Date): Promise<void> {
  if (letterClass === 'work')
    await db().$transaction((tx) => chooseWork(tx, accountId, { digest: false, atOnce: false }, now))
  else await db().$transaction((tx) => choose(tx, accountId, STOPPED[letterClass], now))
}

const STOPPED = {
  reminder: { reminders: 'none' },
  review: { reviews: false },
  announcement: { announcements: false },
} as const satisfies Record<BudgetClass, Partial<LetterChoices>>

/** Changes her choices for the letters about her work. */
export async function chooseWorkLetters(
  { target }: Permit<'account:change'>,
  choices: WorkChoices,
  now: Date,
): Promise<void> {
  await db().$transaction((tx) => chooseWork(tx, target.accountId, choices, now))
}

async function chooseWork(tx: Tx, accountId: string, choices: WorkChoices, now: Date): Promise<void> {
  await saveWorkChoices(tx, accountId, choices, now)
  await stopWaiting(tx, accountId, [
    ...(choices.digest ? [] : ['workDigest' as const]),
    ...(choices.atOnce
      ? []
      : ['proposalAwaits' as const, 'mailFailing' as const, 'mentioned' as const, 'wordingRejected' as const]),
  ])
}

async function choose(tx: Tx, accountId: string, changed: Partial<LetterChoices>, now: Date): Promise<void> {
  const recipient = (await lockRecipients(tx, [accountId], now)).get(accountId)
  // The account was deleted: there is nothing to stop.
  if (!recipient) return
  const choices = { ...DEFAULT_CHOICES, ...recipient.choices, ...changed }
  await saveLetterChoices(tx, accountId, choices, now)
  const from = digestFrom({ ...recipient, choices }, now)
  await (from ? postponeHeld(tx, accountId, from) : endHeld(tx, accountId, 'stopped'))
  const stopped: LetterClass[] = [
    ...(choices.reviews ? [] : ['review' as const]),
    ...(choices.announcements ? [] : ['announcement' as const]),
    ...(choices.reminders === 'none' ? ['reminder' as const] : []),
  ]
  await stopWaiting(
    tx,
    accountId,
    BUDGET_KINDS.filter((kind) => stopped.includes(CLASS_OF[kind])),
  )
}
