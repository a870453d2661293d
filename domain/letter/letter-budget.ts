import { type Day, dayOf, hourOf, nextDay, startOfDay } from '../time/day'
import type { LetterKind } from './letter'

/**
 * `necessary`: about her account, her place, a certificate, or an answer that she asked for; it always goes.
 * `reminder`: a task waits for her. `review`: questions on what she has learned; only if she wants them.
 * `announcement`: from her institution, and on her page too. `work`: news of what she runs; it does not count against
 * the letters of a learner.
 */
export type LetterClass = 'necessary' | 'reminder' | 'review' | 'announcement' | 'work'

/** The class of every kind of letter: a new kind does not compile without one. */
export const CLASS_OF = {
  confirm: 'necessary',
  known: 'necessary',
  reset: 'necessary',
  changed: 'necessary',
  invitation: 'necessary',
  admitted: 'necessary',
  queued: 'necessary',
  refused: 'necessary',
  certificateRevoked: 'necessary',
  regraded: 'necessary',
  certificateSuperseded: 'necessary',
  roleOffered: 'necessary',
  staffInvited: 'necessary',
  recall: 'review',
  errorAnswered: 'necessary',
  // She asked for it, for one attempt.
  tryAgain: 'necessary',
  supportActed: 'necessary',
  schoolAccountLinked: 'necessary',
  schoolAccountUnlinked: 'necessary',
  mergeConfirm: 'necessary',
  merged: 'necessary',
  mergedInto: 'necessary',
  // The answer to her message; the next letter is sent only after she has opened it.
  threadAnswered: 'necessary',
  // To the author of an announcement, each time that she asks for it.
  announcementTest: 'necessary',
  seminarConfirm: 'necessary',
  // It says that the place is hers, and brings the entry for her calendar.
  seminarRegistered: 'necessary',
  // About her place, which she would lose without an answer.
  seminarPlace: 'necessary',
  seminarNomination: 'necessary',
  seminarReminder: 'reminder',
  // One letter to a guest, for whom there is no budget: it has the link with which she checks in.
  seminarGuestReminder: 'necessary',
  // Participants must know that it takes place at another time, or not at all.
  seminarChanged: 'necessary',
  seminarCancelled: 'necessary',
  // Only to guests, who have no page on which to find it.
  seminarAttestation: 'necessary',
  reminder: 'reminder',
  // It is on her page too, and goes into the digest if her weekly budget is used up.
  courseAdded: 'reminder',
  // It is on her pages until she acknowledges it.
  corrected: 'reminder',
  // The offer is on her pages.
  lawChanged: 'reminder',
  digest: 'reminder',
  review: 'review',
  ownReminder: 'reminder',
  surveyOpen: 'reminder',
  surveyReminder: 'reminder',
  // One letter to a guest, for whom there is no budget.
  surveyGuest: 'necessary',
  announcement: 'announcement',
  workDigest: 'work',
  proposalAwaits: 'work',
  mailFailing: 'work',
  mentioned: 'work',
  wordingRejected: 'work',
} as const satisfies Record<LetterKind, LetterClass>

export function isLetterKind(kind: string): kind is LetterKind {
  return kind in CLASS_OF
}

type KindOf<Class extends LetterClass> = {
  [Kind in LetterKind]: (typeof CLASS_OF)[Kind] extends Class ? Kind : never
}[LetterKind]
export type NecessaryKind = KindOf<'necessary'>
/** The classes whose letters are counted. */
export type BudgetClass = Exclude<LetterClass, 'necessary' | 'work'>
/** The classes that the link in each of their letters can stop. */
export type StopClass = Exclude<LetterClass, 'necessary'>
export type BudgetKind = KindOf<BudgetClass>

/** The kinds that count against the budget. */
export const BUDGET_KINDS = (Object.keys(CLASS_OF) as LetterKind[]).filter(
  (kind): kind is BudgetKind => CLASS_OF[kind] !== 'necessary' && CLASS_OF[kind] !== 'work',
)
export const WORK_KINDS = (Object.keys(CLASS_OF) as LetterKind[]).filter((kind) => CLASS_OF[kind] === 'work')

/** Which letters about her work she wants: the daily one, and those that cannot wait for it. */
export type WorkChoices = { digest: boolean; atOnce: boolean }

/** How she wants her reminders: as they come, within the budget; in one letter a week; or none. */
export const REMINDER_WAYS = ['each', 'digest', 'none'] as const
export type ReminderWay = (typeof REMINDER_WAYS)[number]
export type LetterChoices = {
  reminders: ReminderWay
  reviews: boolean
  announcements: boolean
  /** On this day letters begin again. Necessary ones never stop. */
  pausedUntil: Day | null
}
export const DEFAULT_CHOICES: LetterChoices = {
  reminders: 'each',
  reviews: false,
  announcements: true,
  pausedUntil: null,
}

/**
 * The most letters of a class on any seven days in a row, counted together with the classes in `COUNTED`. An
 * announcement goes only to a person who has had no other letter; it also counts as a reminder.
 */
export const MOST_A_WEEK = { reminder: 2, review: 1, announcement: 1 } as const satisfies Record<BudgetClass, number>
const COUNTED = {
  reminder: ['reminder', 'announcement'],
  review: ['review'],
  announcement: ['reminder', 'review', 'announcement'],
} as const satisfies Record<BudgetClass, readonly BudgetClass[]>
export const WEEK_DAYS = 7
/** The hour in Morocco before which no digest is sent. */
export const DIGEST_HOUR = 8

/**
 * The first moment of the seven days that count, today being the last. Days are counted and not hours: a letter leaves
 * some seconds after the full hour, and next week's of the same hour would come too early.
 */
export function weekBegins(now: Date): Date {
  return startOfDay(nextDay(dayOf(now), 1 - WEEK_DAYS))
}

/** The facts about a person that the budget needs. `sent`: her letters since `weekBegins`, also queued ones. */
export type LetterRecipient = {
  /** Her address is confirmed and her account is not disabled. */
  reachable: boolean
  choices: LetterChoices
  sent: readonly { letterClass: BudgetClass; at: Date }[]
}

/** What happens to a letter. `from`: the earliest moment at which it may go. */
export type LetterDecision =
  | { fate: 'goes' }
  /** It waits for her next digest. */
  | { fate: 'gathered'; from: Date }
  /** The sender may try again later: an announcement is on her page anyway. */
  | { fate: 'later'; from: Date }
  /** She does not want it, or no letter reaches her. */
  | { fate: 'stopped' }

/** Decides about a letter that is not necessary. */
export function decideLetter(letterClass: BudgetClass, recipient: LetterRecipient, now: Date): LetterDecision {
  const { reachable, choices } = recipient
  if (!reachable || !wants(letterClass, choices)) return { fate: 'stopped' }
  const from = freeFrom(letterClass, recipient, now)
  if (letterClass !== 'reminder') return from > now ? { fate: 'later', from } : { fate: 'goes' }
  return from > now || choices.reminders === 'digest' ? { fate: 'gathered', from: notAtNight(from) } : { fate: 'goes' }
}

/** The earliest moment at which her digest may go; null if she gets none. */
export function digestFrom(recipient: LetterRecipient, now: Date): Date | null {
  if (!recipient.reachable || !wants('reminder', recipient.choices)) return null
  return notAtNight(freeFrom('reminder', recipient, now))
}

/** A day begins at midnight: the letter waits until the morning. */
function notAtNight(from: Date): Date {
  const morning = hourOf(dayOf(from), DIGEST_HOUR)
  return from < morning ? morning : from
}

function wants(letterClass: BudgetClass, { reminders, reviews, announcements }: LetterChoices): boolean {
  return { reminder: reminders !== 'none', review: reviews, announcement: announcements }[letterClass]
}

function freeFrom(letterClass: BudgetClass, { choices, sent }: LetterRecipient, now: Date): Date {
  const most = letterClass === 'reminder' && choices.reminders === 'digest' ? 1 : MOST_A_WEEK[letterClass]
  const counted: readonly BudgetClass[] = COUNTED[letterClass]
  const times = sent.filter((letter) => counted.includes(letter.letterClass)).map(({ at }) => at.getTime())
  // On the seventh day after this letter there is room for one more.
  const last = times.toSorted((one, other) => other - one)[most - 1]
  const free = last === undefined ? 0 : startOfDay(nextDay(dayOf(new Date(last)), WEEK_DAYS)).getTime()
  const resumed = choices.pausedUntil === null ? 0 : startOfDay(choices.pausedUntil).getTime()
  return new Date(Math.max(now.getTime(), free, resumed))
}
