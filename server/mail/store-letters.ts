import 'server-only'
import type { Letter, WorkLetterKind } from '@/domain/letter/letter'
import {
  BUDGET_KINDS,
  type BudgetClass,
  type BudgetKind,
  CLASS_OF,
  DEFAULT_CHOICES,
  decideLetter,
  type LetterDecision,
  type LetterRecipient,
  type NecessaryKind,
  weekBegins,
} from '@/domain/letter/letter-budget'
import { findRecipients, lockForLetters } from '../db/account/letter-choices'
import type { Db, Tx } from '../db/client'
import { insertMail, insertMailIn, insertMails, type MailRefs } from '../db/mail/mails'
import type { Sql } from '../db/sql'

// Letters other than digests are added to the queue only here. The types admit each kind only to the function of its
// class.

/** Stores a letter that is always sent, in the transaction of the act that it reports. */
export async function storeNecessary(db: Db, letter: Letter<NecessaryKind>, refs: MailRefs, now: Date): Promise<void> {
  await insertMail(db, letter, refs, now)
}

/** The same in a transaction of our own SQL. */
export async function storeNecessaryIn(
  tx: Sql,
  letter: Letter<NecessaryKind>,
  { accountId }: { accountId: string | null },
  now: Date,
): Promise<void> {
  await insertMailIn(tx, letter, accountId, now)
}

/** Several such letters, in one statement. */
export async function storeAllNecessary(
  db: Db,
  letters: readonly { letter: Letter<NecessaryKind>; refs: MailRefs }[],
  now: Date,
): Promise<void> {
  await insertMails(db, letters, now)
}

/**
 * Stores letters to staff about their work, in one statement. The caller has checked what each person wants. The budget
 * of learners does not count these letters, so that staff who are also learners lose none.
 */
export async function storeWork(
  tx: Tx,
  letters: readonly { letter: Letter<WorkLetterKind>; accountId: string }[],
  now: Date,
): Promise<void> {
  if (letters.length === 0) return
  const mails = letters.map(({ letter, accountId }) => ({ letter, refs: { accountId } }))
  await insertMails(tx, mails, now)
}

/** A letter to a person with an account. `memberId`: the place in a cohort that it is about. */
export type BudgetLetter = { letter: Letter<BudgetKind>; accountId: string; memberId?: string }

/**
 * Stores letters as far as the budget of each person allows. The accounts are locked first: of two simultaneous senders
 * the second sees what the first has stored. It takes three statements, whatever the number of letters.
 *
 * @returns what is done with each letter, in the order given.
 */
export async function storeWithinBudget(
  tx: Tx,
  letters: readonly BudgetLetter[],
  now: Date,
): Promise<LetterDecision[]> {
  if (letters.length === 0) return []
  const recipients = await lockRecipients(
    tx,
    letters.map(({ accountId }) => accountId),
    now,
  )
  const decided = letters.map((one) => ({ ...one, fate: decide(one, recipients, now) }))
  const kept = decided.flatMap(({ letter, accountId, memberId, fate }) => {
    const mail = { letter, refs: { accountId, ...(memberId && { memberId }) } }
    if (fate.fate === 'goes') return [mail]
    return fate.fate === 'gathered' ? [{ ...mail, heldUntil: fate.from }] : []
  })
  await insertMails(tx, kept, now)
  return decided.map(({ fate }) => fate)
}

/** Decides about one letter, and counts it for the next to the same person. */
function decide(
  { letter, accountId }: BudgetLetter,
  recipients: Map<string, LetterRecipient>,
  now: Date,
): LetterDecision {
  const recipient = recipients.get(accountId)
  if (!recipient) return { fate: 'stopped' }
  const letterClass = CLASS_OF[letter.kind]
  const fate = decideLetter(letterClass, recipient, now)
  if (fate.fate === 'goes') {
    recipients.set(accountId, { ...recipient, sent: [...recipient.sent, { letterClass, at: now }] })
  }
  return fate
}

/** Locks the accounts, so that what the budget knows of each does not change until the transaction ends. */
export async function lockRecipients(
  tx: Sql,
  accountIds: readonly string[],
  now: Date,
): Promise<Map<string, LetterRecipient>> {
  await lockForLetters(tx, accountIds)
  return recipientsOf(tx, accountIds, now)
}

/** What would be done now with a letter of a class to each account. Nothing is locked or stored. */
export async function fatesNow(
  sql: Sql,
  accountIds: readonly string[],
  letterClass: BudgetClass,
  now: Date,
): Promise<Map<string, LetterDecision>> {
  const recipients = await recipientsOf(sql, accountIds, now)
  return new Map(
    [...recipients].map(([accountId, recipient]) => [accountId, decideLetter(letterClass, recipient, now)]),
  )
}

export async function recipientsOf(
  sql: Sql,
  accountIds: readonly string[],
  now: Date,
): Promise<Map<string, LetterRecipient>> {
  const rows = await findRecipients(sql, accountIds, { kinds: BUDGET_KINDS, since: weekBegins(now) })
  return new Map(
    rows.map(({ accountId, reachable, choices, sent }) => [
      accountId,
      {
        reachable,
        choices: choices ?? DEFAULT_CHOICES,
        sent: sent.map(({ kind, at }) => ({ letterClass: CLASS_OF[kind], at })),
      },
    ]),
  )
}
