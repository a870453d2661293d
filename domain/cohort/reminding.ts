import type { Following } from './at-risk'
import { type Day, startOfDay } from './day'

/**
 * What a person may be written to about, the most pressing first. Each has its sentence in i18n/messages/*.json under
 * `mail.reminder.waiting`.
 */
export const REMINDER_REASONS = [
  'inactive',
  'late',
  'not-started',
  'ready',
  'out-of-attempts',
] as const satisfies readonly Following[]
export type ReminderReason = (typeof REMINDER_REASONS)[number]

/** For so many days after a reminder a person is left in peace, whoever would write and whatever about. */
export const REST_DAYS = 7
const DAY_MS = 86_400_000

export function restEnds(remindedAt: Date): Date {
  return new Date(remindedAt.getTime() + REST_DAYS * DAY_MS)
}

type Cohort = { archivedAt: Date | null; examOpensOn: Day | null }

/** What a cohort's people may be reminded of now: of an exam once it is open, and of nothing in a cohort that is closed. */
export function reasonsIn({ archivedAt, examOpensOn }: Cohort, hasExam: boolean, now: Date): ReminderReason[] {
  if (archivedAt) return []
  const examOpen = hasExam && (examOpensOn === null || startOfDay(examOpensOn) <= now)
  return REMINDER_REASONS.filter((reason) => reason !== 'ready' || examOpen)
}

export type Remindable = {
  following: Following
  remindedAt: Date | null
  /** Letters reach her; false: her account is closed to her. */
  reachable: boolean
}
/** `resting`: those who were reminded too lately; `unreachable`: those whom no letter reaches. */
export type Group<P> = { due: P[]; resting: P[]; unreachable: P[] }

/** The people of one situation, each in one of the three. */
export function groupOf<P extends Remindable>(people: readonly P[], why: ReminderReason, now: Date): Group<P> {
  const group: Group<P> = { due: [], resting: [], unreachable: [] }
  for (const person of people) if (person.following === why) group[placeOf(person, now)].push(person)
  return group
}

function placeOf({ reachable, remindedAt }: Remindable, now: Date): keyof Group<unknown> {
  if (!reachable) return 'unreachable'
  return remindedAt !== null && restEnds(remindedAt) > now ? 'resting' : 'due'
}
