import { type Day, dayOf, hourOf, nextDay, startOfDay } from '../cohort/day'
import type { LetterKind } from './letter'

/**
 * `necessary`: about her account, her place, a certificate, or an answer that she asked for; it always goes.
 * `reminder`: something waits for her. `review`: questions on what she has learned; only if she wants them.
 * `announcement`: what her school tells her, which is on her page too. `work`: what happens in what she runs; it does not
 * count against the letters of a learner.
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
  // She has asked for it, once for one attempt.
  tryAgain: 'necessary',
  supportActed: 'necessary',
  schoolAccountLinked: 'necessary',
  schoolAccountUnlinked: 'necessary',
  merged: 'necessary',
  mergedInto: 'necessary',
  // The answer to what she asked; no other follows before she has opened it.
  threadAnswered: 'necessary',
  // To whoever writes an announcement, each time that she asks for it.
  announcementTest: 'necessary',
  seminarConfirm: 'necessary',
  // About her place, which she would lose without an answer.
  seminarPlace: 'necessary',
  seminarNomination: 'necessary',
  seminarReminder: 'reminder',
  // One to a guest, whom the budget cannot count: it has the link with which she checks in.
  seminarGuestReminder: 'necessary',
  // Whoever is to come must know that it is at another time, or not at all.
  seminarChanged: 'necessary',
  seminarCancelled: 'necessary',
  // To guests alone, who find it nowhere else.
  seminarAttestation: 'necessary',
  reminder: 'reminder',
  // It stands on her page too, and goes into the digest if her week is full.
  courseAdded: 'reminder',
  // It stands on her pages until she takes note of it.
  corrected: 'reminder',
  // The offer stands on her pages.
  lawChanged: 'reminder',
  digest: 'reminder',
  review: 'review',
  ownReminder: 'reminder',
  surveyOpen: 'reminder',
  surveyReminder: 'reminder',
  // One to a guest, whom the budget cannot count.
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
/** The classes that a link in each letter stops. */
export type StopClass = Exclude<LetterClass, 'necessary'>
export type BudgetKind = KindOf<BudgetClass>

/** The kinds that count. */
export const BUDGET_KINDS = (Object.keys(CLASS_OF) as LetterKind[]).filter(
  (kind): kind is BudgetKind => CLASS_OF[kind] !== 'necessary' && CLASS_OF[kind] !== 'work',
)
export const WORK_KINDS = (Object.keys(CLASS_OF) as LetterKind[]).filter((kind) => CLASS_OF[kind] === 'work')

/** What she wants of the letters about her work: the one of each day, and those that cannot wait for it. */
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
 * The most letters on any seven days in a row: of a class, with those of the classes that count with it. An announcement
 * goes to whoever has had no other letter; it counts as a reminder.
 */
export const MOST_A_WEEK = { reminder: 2, review: 1, announcement: 1 } as const satisfies Record<BudgetClass, number>
const COUNTED = {
  reminder: ['reminder', 'announcement'],
  review: ['review'],
  announcement: ['reminder', 'review', 'announcement'],
} as const satisfies Record<BudgetClass, readonly BudgetClass[]>
export const WEEK_DAYS = 7
/** No digest goes earlier on a day, by the clocks of Morocco. */
export const DIGEST_HOUR = 8

/**
 * The first moment of the seven days that count, today being the last. Days are counted and not hours: a letter leaves
 * some seconds after the full hour, and next week's of the same hour would come too early.
 */
export function weekBegins(now: Date): Date {
  return startOfDay(nextDay(dayOf(now), 1 - WEEK_DAYS))
}

/** A person as the budget sees her. `sent`: her letters since `weekBegins`, also those on their way. */
export type LetterStanding = {
  /** Her address is confirmed and her account is not disabled. */
  reachable: boolean
  choices: LetterChoices
  sent: readonly { letterClass: BudgetClass; at: Date }[]
}

/** What is done with a letter. `from`: the earliest moment at which it may go. */
export type LetterFate =
  | { fate: 'goes' }
  /** It waits for her next digest. */
  | { fate: 'gathered'; from: Date }
  /** The sender asks again, or leaves it: an announcement is on her page anyway. */
  | { fate: 'later'; from: Date }
  /** She does not want it, or no letter reaches her. */
  | { fate: 'stopped' }

/** Decides about a letter that is not necessary. */
export function fateOf(letterClass: BudgetClass, standing: LetterStanding, now: Date): LetterFate {
  const { reachable, choices } = standing
  if (!reachable || !wants(letterClass, choices)) return { fate: 'stopped' }
  const from = freeFrom(letterClass, standing, now)
  if (letterClass !== 'reminder') return from > now ? { fate: 'later', from } : { fate: 'goes' }
  return from > now || choices.reminders === 'digest' ? { fate: 'gathered', from: notAtNight(from) } : { fate: 'goes' }
}

/** The earliest moment at which her digest may go; null if she gets none. */
export function digestFrom(standing: LetterStanding, now: Date): Date | null {
  if (!standing.reachable || !wants('reminder', standing.choices)) return null
  return notAtNight(freeFrom('reminder', standing, now))
}

/** Days begin at midnight, when nobody wants a letter. */
function notAtNight(from: Date): Date {
  const morning = hourOf(dayOf(from), DIGEST_HOUR)
  return from < morning ? morning : from
}

function wants(letterClass: BudgetClass, { reminders, reviews, announcements }: LetterChoices): boolean {
  return { reminder: reminders !== 'none', review: reviews, announcement: announcements }[letterClass]
}

function freeFrom(letterClass: BudgetClass, { choices, sent }: LetterStanding, now: Date): Date {
  const most = letterClass === 'reminder' && choices.reminders === 'digest' ? 1 : MOST_A_WEEK[letterClass]
  const counted: readonly BudgetClass[] = COUNTED[letterClass]
  const times = sent.filter((letter) => counted.includes(letter.letterClass)).map(({ at }) => at.getTime())
  // On the seventh day after this letter there is room for one more.
  const last = times.toSorted((one, other) => other - one)[most - 1]
  const free = last === undefined ? 0 : startOfDay(nextDay(dayOf(new Date(last)), WEEK_DAYS)).getTime()
  const resumed = choices.pausedUntil === null ? 0 : startOfDay(choices.pausedUntil).getTime()
  return new Date(Math.max(now.getTime(), free, resumed))
}
