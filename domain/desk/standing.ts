import { INACTIVE_DAYS, isActive, type Progress, type Situation, situationOf } from '../cohort/at-risk'
import { groupOf } from '../cohort/reminding'
import { groupBy } from '../group-by'

/** The situations that the work page shows to the staff of a cohort. Each has its sentence under `desk.lines`. */
export const FOLLOWED = ['inactive', 'late', 'out-of-attempts'] as const satisfies readonly Situation[]
export type FollowedSituation = (typeof FOLLOWED)[number]

/** `due`: people who may be reminded now. `resting`: reminded a short time ago. `since`: of the first, in ms since 1970. */
type Group = { due: number; resting: number; since: number | null }
/** The counts of a cohort. `active`: within a week. */
export type Standing = { people: number; active: number; passed: number; groups: Record<FollowedSituation, Group> }

/** How long a standing is shown before it is counted again. */
export const STANDING_MINUTES = 10

/** A person's progress in one course of her cohort. */
export type CourseProgress = Progress & {
  memberId: string
  reachable: boolean
  remindedAt: Date | null
  /** The end of the first deadline that she has missed, in ms since 1970; null if she has missed none. */
  lateSinceMs: number | null
}

/** @param rows one for each person and course of the cohort. */
export function standingOf(rows: readonly CourseProgress[], now: Date): Standing {
  const people = [...groupBy(rows, ({ memberId }) => memberId).values()].map(mergeCourses)
  const placed = people.map((person) => ({ ...person, situation: situationOf(person, now) }))
  const group = (why: FollowedSituation): Group => {
    const { due, resting } = groupOf(placed, why, now)
    return { due: due.length, resting: resting.length, since: first(due.map((person) => sinceOf(why, person))) }
  }
  return {
    people: people.length,
    active: people.filter((person) => isActive(person, now)).length,
    passed: people.filter(({ passed }) => passed).length,
    groups: { inactive: group('inactive'), late: group('late'), 'out-of-attempts': group('out-of-attempts') },
  }
}

const DAY_MS = 86_400_000

function sinceOf(why: FollowedSituation, { lastActiveMs, lateSinceMs }: CourseProgress): number | null {
  if (why === 'late') return lateSinceMs
  return why === 'inactive' ? lastActiveMs + INACTIVE_DAYS * DAY_MS : lastActiveMs
}

function first(times: readonly (number | null)[]): number | null {
  return times.reduce((one, other) => (one === null || other === null ? (one ?? other) : Math.min(one, other)), null)
}

/** The courses of one person as one: she has passed when she has passed all of them. */
function mergeCourses(courses: readonly CourseProgress[]): CourseProgress {
  return courses.reduce(joined)
}

function joined(one: CourseProgress, other: CourseProgress): CourseProgress {
  return {
    memberId: one.memberId,
    reachable: one.reachable,
    remindedAt: one.remindedAt,
    lessons: one.lessons + other.lessons,
    lessonsDone: one.lessonsDone + other.lessonsDone,
    lastActiveMs: Math.max(one.lastActiveMs, other.lastActiveMs),
    passed: one.passed && other.passed,
    attemptsLeft: fewest(one, other),
    certified: one.certified && other.certified,
    overdue: one.overdue + other.overdue,
    lateSinceMs: first([one.lateSinceMs, other.lateSinceMs]),
  }
}

/** Counts only exams that she has not passed: for a passed exam, the attempts left no longer matter. */
function fewest(one: CourseProgress, other: CourseProgress): number | null {
  const open = [one, other].filter(({ passed }) => !passed).flatMap(({ attemptsLeft }) => attemptsLeft ?? [])
  return open.length === 0 ? null : Math.min(...open)
}
