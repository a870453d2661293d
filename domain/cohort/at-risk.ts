/**
 * A learner's situation, as her tutor may see it. Each has its label in i18n/messages/*.json under `cohorts.situation`.
 * `passed`: nothing is left to do, but no certificate is in force, for example because hers was revoked.
 */
export const SITUATIONS = [
  'certified',
  'passed',
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

/** A learner's progress in a course. It never contains an answer. */
export type Progress = {
  lessonsDone: number
  lessons: number
  /** The time of the last lesson or answer; without any, the time of the enrolment. In milliseconds since 1970. */
  lastActiveMs: number
  passed: boolean
  /** Null if the course has no exam. */
  attemptsLeft: number | null
  /** She holds a certificate that is in force. */
  certified: boolean
  /** The number of missed deadlines of steps that are not done. */
  overdue: number
}

export function situationOf(progress: Progress, now: Date): Situation {
  const { certified, passed, attemptsLeft, lessons, lessonsDone, lastActiveMs, overdue } = progress
  if (certified) return 'certified'
  if (passed && lessonsDone === lessons) return 'passed'
  if (!passed && attemptsLeft === 0) return 'out-of-attempts'
  if (now.getTime() - lastActiveMs >= INACTIVE_DAYS * DAY_MS) return 'inactive'
  if (overdue > 0) return 'late'
  if (lessonsDone === 0) return 'not-started'
  return lessonsDone === lessons ? 'ready' : 'on-track'
}

/**
 * Combines the progress in several courses. It is passed if every exam is passed, and certified if every course with an
 * exam is certified and every other course is read.
 */
export function progressOfAll(courses: readonly Progress[]): Progress {
  const [only, ...others] = courses
  if (only && others.length === 0) return only
  const graded = courses.filter(({ attemptsLeft }) => attemptsLeft !== null)
  const open = graded.filter(({ passed }) => !passed)
  const sum = (of: (course: Progress) => number) => courses.reduce((total, course) => total + of(course), 0)
  return {
    lessons: sum(({ lessons }) => lessons),
    lessonsDone: sum(({ lessonsDone }) => lessonsDone),
    lastActiveMs: Math.max(...courses.map(({ lastActiveMs }) => lastActiveMs)),
    passed: graded.length > 0 && open.length === 0,
    attemptsLeft: graded.length === 0 ? null : Math.min(...(open.length > 0 ? open : graded).map(leftOf)),
    certified:
      graded.length > 0 &&
      courses.every((course) => (course.attemptsLeft === null ? isRead(course) : course.certified)),
    overdue: sum(({ overdue }) => overdue),
  }
}

const leftOf = ({ attemptsLeft }: Progress): number => attemptsLeft ?? 0
const isRead = ({ lessons, lessonsDone }: Progress): boolean => lessonsDone === lessons
/** All lessons of the course are done, and its exam is not passed yet. */
const isReady = (course: Progress): boolean => isRead(course) && !course.passed && course.attemptsLeft !== null

/** The situation in several courses together. On track becomes ready if one of the courses is ready. */
export function situationOfAll(courses: readonly Progress[], now: Date): Situation {
  const situation = situationOf(progressOfAll(courses), now)
  return situation === 'on-track' && courses.some(isReady) ? 'ready' : situation
}

/** The course that a reminder is about: the first one to which its reason applies, otherwise the first. */
export function courseToRemindOf<C extends Progress>(courses: readonly C[], why: Situation): C | undefined {
  const applies = (course: C) => {
    if (why === 'ready') return isReady(course)
    if (why === 'late') return course.overdue > 0
    if (why === 'out-of-attempts') return !course.passed && course.attemptsLeft === 0
    return course.attemptsLeft === null ? !isRead(course) : !course.passed
  }
  return courses.find(applies) ?? courses[0]
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
