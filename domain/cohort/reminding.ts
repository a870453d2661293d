import { type Day, startOfDay } from '../time/day'
import type { Situation } from './at-risk'

/**
 * The reasons for a reminder, the most pressing first. Each has its sentence in i18n/messages/*.json under
 * `mail.reminder.waiting`.
 */
export const REMINDER_REASONS = [
  'inactive',
  'late',
  'not-started',
  'ready',
  'out-of-attempts',
] as const satisfies readonly Situation[]
export type ReminderReason = (typeof REMINDER_REASONS)[number]

/** After a reminder, a person gets no other for this many days, whoever sends it and whatever the reason. */
export const REST_DAYS = 7
const DAY_MS = 86_400_000

export function restEnds(remindedAt: Date): Date {
  return new Date(remindedAt.getTime() + REST_DAYS * DAY_MS)
}

/** `exams`: the courses of the cohort that have an exam. */
type Cohort = { archivedAt: Date | null; exams: readonly { examOpensOn: Day | null }[] }

/**
 * The reasons for which a cohort's members can be reminded now: the exam counts only once an exam is open. None in an
 * archived cohort.
 */
export function reasonsIn({ archivedAt, exams }: Cohort, now: Date): ReminderReason[] {
  if (archivedAt) return []
  const examOpen = exams.some(({ examOpensOn }) => examOpensOn === null || startOfDay(examOpensOn) <= now)
  return REMINDER_REASONS.filter((reason) => reason !== 'ready' || examOpen)
}

export type Remindable = {
  situation: Situation
  remindedAt: Date | null
  /** Letters reach the person; false if her account is disabled. */
  reachable: boolean
}
/** `resting`: people who were reminded too recently; `unreachable`: people who get no letters. */
export type Group<P> = { due: P[]; resting: P[]; unreachable: P[] }

/** The people to whom a reason applies, each in one of the three groups. */
export function groupOf<P extends Remindable>(people: readonly P[], why: ReminderReason, now: Date): Group<P> {
  const group: Group<P> = { due: [], resting: [], unreachable: [] }
  for (const person of people) if (person.situation === why) group[placeOf(person, now)].push(person)
  return group
}

function placeOf({ reachable, remindedAt }: Remindable, now: Date): keyof Group<unknown> {
  if (!reachable) return 'unreachable'
  return remindedAt !== null && restEnds(remindedAt) > now ? 'resting' : 'due'
}
