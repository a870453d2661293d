import type { Situation } from './at-risk'
import type { LetterState } from './letter-state'
import type { MemberStatus } from './membership'
import type { PeopleQuery } from './people-query'
import { isOver, type Phase } from './phase'
import { REMINDER_REASONS, type ReminderReason, restEnds } from './reminding'

/** What staff can do about many people at once. Each has its texts in i18n/messages/*.json under `cohorts.many`. */
export const MANY_ACTS = ['again', 'remind', 'admit', 'transfer', 'withdraw'] as const
export type ManyAct = (typeof MANY_ACTS)[number]
/** What people can be chosen for. `write` leads to the form of a message instead of a page that confirms. */
export type ChoiceAct = ManyAct | 'write'
/** As they stand in the bar beside a list. */
export const CHOICE_ACTS: readonly ChoiceAct[] = ['again', 'remind', 'write', 'admit', 'transfer', 'withdraw']

/** Why an act skips a person. Each has its sentence in i18n/messages/*.json under `cohorts.many.left`. */
export const LEFT_OUT = [
  /** The act does not apply to her status. */
  'status',
  'own',
  /** She was invited a short time ago. */
  'recent',
  /** The last letter could not be delivered. */
  'failed',
  /** No reason for a reminder applies to her. */
  'nothing',
  'resting',
  'unreachable',
  /** She has a place in the other cohort already. */
  'there',
  /** The other cohort has no seat left. */
  'full',
  /** She or the other cohort has changed since she was chosen, so the act is not possible any more. */
  'changed',
  /** The cohort was archived before her turn. */
  'archived',
  /** An unexpected error stopped the act for her. It continued for the others. */
  'broken',
] as const
export type LeftOut = (typeof LEFT_OUT)[number]

/** `queued`: her request was accepted, and she waits for a seat. */
export const MANY_OUTCOMES = ['done', 'queued', ...LEFT_OUT] as const
export type ManyOutcome = (typeof MANY_OUTCOMES)[number]
export const isDone = (outcome: ManyOutcome | null): boolean => outcome === 'done' || outcome === 'queued'

const APPLIES_TO: Readonly<Record<ChoiceAct, readonly MemberStatus[]>> = {
  again: ['invited'],
  remind: ['active'],
  // A person who has not answered her invitation does not read the cohort's pages.
  write: ['active'],
  admit: ['asked'],
  transfer: ['invited', 'waiting', 'active'],
  withdraw: ['invited', 'waiting', 'active'],
}

/** An invitation is not sent again to a person who got one within this many hours. */
export const INVITED_HOURS = 24
const HOUR_MS = 3_600_000

/** Choices for a whole list: everybody whom it finds, or only people with an invitation that is long unanswered. */
export const ALL_CHOICES = ['yes', 'unanswered'] as const
export type AllChoice = (typeof ALL_CHOICES)[number]

/** An invitation counts as unanswered after this many days. */
export const UNANSWERED_DAYS = 7

/** Whether a person is still invited, and her last invitation was before `time`. */
export function isUnanswered(
  { status, statusSince, invitedAt }: { status: MemberStatus; statusSince: Date; invitedAt: Date | null },
  time: Date,
): boolean {
  return status === 'invited' && (invitedAt ?? statusSince) < time
}

/** How long a choice of people is kept until it is confirmed. */
export const CHOICE_HOURS = 1

/** The facts about a person by which an act includes or skips her. */
export type Choosable = {
  status: MemberStatus
  /** The place belongs to the person who acts. */
  own: boolean
  invitedAt: Date | null
  letter: LetterState | null
  /** Her progress; null if she is not an active member. */
  followed: { situation: Situation; reachable: boolean; remindedAt: Date | null } | null
}

/** Why the act skips a person; null if it does not. @param reasons the reasons for which reminders may be sent now. */
export function leftOut(
  act: ChoiceAct,
  person: Choosable,
  reasons: readonly ReminderReason[],
  now: Date,
): LeftOut | null {
  if (!APPLIES_TO[act].includes(person.status)) return 'status'
  if (act === 'admit') return person.own ? 'own' : null
  if (act === 'again') return notAgain(person, now)
  return act === 'remind' ? notReminded(person, reasons, now) : null
}

function notAgain({ invitedAt, letter }: Choosable, now: Date): LeftOut | null {
  if (letter === 'failed') return 'failed'
  return invitedAt !== null && now.getTime() - invitedAt.getTime() < INVITED_HOURS * HOUR_MS ? 'recent' : null
}

function notReminded({ followed }: Choosable, reasons: readonly ReminderReason[], now: Date): LeftOut | null {
  if (!followed || reasonOf(followed, reasons) === null) return 'nothing'
  if (!followed.reachable) return 'unreachable'
  return followed.remindedAt !== null && restEnds(followed.remindedAt) > now ? 'resting' : null
}

/** The reason for which a person can be reminded; null if none applies. */
export function reasonOf(
  { situation }: { situation: Situation },
  reasons: readonly ReminderReason[],
): ReminderReason | null {
  return reasons.find((reason) => reason === situation) ?? null
}

type May = { enrol: boolean; remind: boolean; decide: boolean; write: boolean }
const NEEDS: Partial<Record<ChoiceAct, keyof May>> = { remind: 'remind', admit: 'decide', write: 'write' }

/**
 * The acts that are offered beside a list: those that apply to the people whom it shows. Once a cohort is over, only
 * transfers and withdrawals are offered; in an archived cohort nothing is.
 */
export function manyActsFor(
  { status, situation }: Pick<PeopleQuery, 'status' | 'situation'>,
  phase: Phase,
  may: May,
): ChoiceAct[] {
  const allowed = (act: ChoiceAct) => may[NEEDS[act] ?? 'enrol']
  const shown = situation ? 'active' : status
  return CHOICE_ACTS.filter((act) => {
    if (!isOpenFor(act, phase) || !allowed(act)) return false
    if (shown !== null && !APPLIES_TO[act].includes(shown)) return false
    return act !== 'remind' || situation === null || REMINDER_REASONS.some((reason) => reason === situation)
  })
}

/** Whether the act can be done in a cohort at this time. */
export function isOpenFor(act: ChoiceAct, phase: Phase): boolean {
  if (phase === 'archived') return false
  return !isOver(phase) || act === 'transfer' || act === 'withdraw'
}
