import 'server-only'
import { decide } from '@/domain/auth/policy'
import { type Totals, totalsOf } from '@/domain/cohort/at-risk'
import { INVITED_HOURS } from '@/domain/cohort/many-acts'
import { isOver, isRestorable, phaseOf } from '@/domain/cohort/phase'
import { type ReminderReason, reasonsIn } from '@/domain/cohort/reminding'
import type { Permit } from '../auth/permit'
import { sql } from '../db/client'
import { countByStatus, countInvitedBefore, type StatusCounts } from '../db/cohort/cohort-progress'
import type { CohortRow } from '../db/cohort/cohorts'
import { countUnreadThreads } from '../db/thread/threads'
import { coursesOf, hasExam, type LoadedCourse } from './courses'
import { type Followed, followPeople, type Named, withNames } from './follow-people'

export type { Followed, Named }

const HOUR_MS = 3_600_000

export type Dashboard = {
  courses: readonly DashboardCourse[]
  people: readonly Followed[]
  totals: Totals
  statuses: StatusCounts
  /** How many invited people an invitation can be sent to again: the others got theirs a short time ago. */
  again: number
  /** The reasons for which people may be reminded now. */
  reasons: readonly ReminderReason[]
  /**
   * What the caller may do with the cohort, even if she must give her second factor first. `answer`: the number of
   * threads of learners with messages that a tutor has not read; null for everybody else.
   */
  may: {
    export: boolean
    change: boolean
    enrol: boolean
    write: boolean
    copy: boolean
    restore: boolean
    answer: number | null
  }
}
/** A course of the cohort. */
export type DashboardCourse = LoadedCourse & {
  /** How many people have done each lesson, in the order of the course. */
  lessons: readonly { id: string; done: number }[]
}

/**
 * What the tutor of a cohort sees. It takes a few queries and one for each course, whatever the number of people.
 */
export async function cohortDashboard(
  { actor, target }: Permit<'cohort:read'>,
  cohort: CohortRow,
  now: Date,
): Promise<Dashboard> {
  const courses = await coursesOf(cohort)
  const tutors = decide(actor, 'cohort:answer', target) === 'allowed'
  const [people, statuses, again, unread] = await Promise.all([
    followPeople(sql(), cohort, courses, now),
    countByStatus(sql(), cohort.id),
    countInvitedBefore(sql(), cohort.id, new Date(now.getTime() - INVITED_HOURS * HOUR_MS)),
    tutors ? countUnreadThreads(sql(), cohort.id, actor.accountId) : null,
  ])
  const mayChange = decide(actor, 'cohort:change', target) !== 'forbidden'
  const may = {
    export: decide(actor, 'cohort:export', target) !== 'forbidden',
    change: !cohort.archivedAt && mayChange,
    enrol: !cohort.archivedAt && decide(actor, 'cohort:enrol', target) !== 'forbidden',
    write: !isOver(phaseOf(cohort, now)) && decide(actor, 'cohort:announce', target) !== 'forbidden',
    copy: decide(actor, 'cohort:create', target) !== 'forbidden',
    restore: mayChange && isRestorable(cohort, now),
    answer: unread,
  }
  const reasons = reasonsIn({ ...cohort, exams: courses.filter(hasExam) }, now)
  return {
    courses: courses.map((course) => ({ ...course, lessons: lessonsOf(course, people) })),
    people,
    totals: totalsOf(people, now),
    statuses,
    again,
    reasons,
    may,
  }
}

function lessonsOf({ courseId, release }: LoadedCourse, people: readonly Followed[]) {
  const done = people.flatMap(({ courses }) => courses.filter((course) => course.courseId === courseId))
  return release.course.file.outline.map((id) => ({ id, done: done.filter((course) => course.done.has(id)).length }))
}

/** Adds the names of the people on one page of the list. It takes one more query. */
export function nameFollowed(_: Permit<'cohort:read'>, people: readonly Followed[]): Promise<Named<Followed>[]> {
  return withNames(sql(), people)
}
