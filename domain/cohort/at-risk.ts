/**
 * A learner's situation, as her tutor may see it. Each has its label in i18n/messages/*.json under `cohorts.situation`.
 */
export const SITUATIONS = [
  'certified',
  'ready',
  'on-track',
  'not-started',
  'late',
  'inactive',
  'out-of-attempts',
] as const
export type Situation = (typeof SITUATIONS)[number]

/** The situations in which the platform suggests a reminder. */
export const AT_RISK: readonly Situation[] = ['late', 'inactive', 'out-of-attempts']

/** A learner counts as inactive after this many days without a lesson or an answer. */
export const INACTIVE_DAYS = 14
/** A learner counts as active if she did something within this many days. */
export const ACTIVE_DAYS = 7
const DAY_MS = 86_400_000

/** The completion of a learner's course: what is done and when, never an answer. */
export type Progress = {
  lessonsDone: number
  lessons: number
  /** The time of the last lesson or answer; without any, the time of the enrolment. In milliseconds since 1970. */
  lastActiveMs: number
  passed: boolean
  /** Null if the course has no exam. */
  attemptsLeft: number | null
  certified: boolean
  /** The number of missed deadlines of steps that are not done. */
  overdue: number
}

export function situationOf(progress: Progress, now: Date): Situation {
  const { certified, passed, attemptsLeft, lessons, lessonsDone, lastActiveMs, overdue } = progress
  if (certified || (passed && lessonsDone === lessons)) return 'certified'
  if (!passed && attemptsLeft === 0) return 'out-of-attempts'
  if (now.getTime() - lastActiveMs >= INACTIVE_DAYS * DAY_MS) return 'inactive'
  if (overdue > 0) return 'late'
  if (lessonsDone === 0) return 'not-started'
  return lessonsDone === lessons ? 'ready' : 'on-track'
}

export function isActive({ lastActiveMs }: Progress, now: Date): boolean {
  return now.getTime() - lastActiveMs < ACTIVE_DAYS * DAY_MS
}

export type Totals = { people: number; active: number; completed: number; passed: number; atRisk: number }

export function totalsOf(people: readonly Progress[], now: Date): Totals {
  const count = (is: (progress: Progress) => boolean) => people.filter(is).length
  return {
    people: people.length,
    active: count((progress) => isActive(progress, now)),
    completed: count(({ lessons, lessonsDone }) => lessonsDone === lessons),
    passed: count(({ passed }) => passed),
    atRisk: count((progress) => AT_RISK.includes(situationOf(progress, now))),
  }
}
