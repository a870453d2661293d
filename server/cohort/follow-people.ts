import 'server-only'
import { type Progress, progressOfAll, type Situation, situationOfAll } from '@/domain/cohort/at-risk'
import { readSteps, type StepsDone } from '@/domain/cohort/steps-done'
import { endOfDay } from '@/domain/time/day'
import { findParticipants, findProgress, type ParticipantRow, type ProgressRow } from '../db/cohort/cohort-progress'
import type { CohortRow } from '../db/cohort/cohorts'
import type { Sql } from '../db/sql'
import type { LoadedCourse } from './courses'

/** How a person gets on in one course. */
export type FollowedCourse = Progress & {
  courseId: string
  done: ReadonlySet<string> /** She has begun an exam. */
  sat: boolean
}
/** With her progress and situation in all courses together, and in each of them in order. */
export type Followed = Pick<ProgressRow, 'memberId' | 'reachable' | 'remindedAt'> &
  Progress & { situation: Situation; courses: readonly FollowedCourse[] }
export type Named<P> = P & ParticipantRow

/**
 * Everyone who takes part in a cohort, with her progress and situation. It takes one query for each course.
 *
 * @param memberIds only these people.
 */
export async function followPeople(
  sql: Sql,
  cohort: CohortRow,
  courses: readonly LoadedCourse[],
  now: Date,
  memberIds?: readonly string[],
): Promise<Followed[]> {
  const progress = await Promise.all(courses.map((course) => followCourse(sql, cohort, course, { now, memberIds })))
  const [first = [], ...others] = progress
  const rest = others.map((people) => new Map(people.map((person) => [person.memberId, person.course])))
  return first.map(({ memberId, reachable, remindedAt, course }) => {
    // Whoever has joined between two queries is counted from the next request on.
    const all = [course, ...rest.flatMap((people) => people.get(memberId) ?? [])]
    return Object.assign({ memberId, reachable, remindedAt }, progressOfAll(all), {
      situation: situationOfAll(all, now),
      courses: all,
    })
  })
}

type Asked = { now: Date; memberIds: readonly string[] | undefined }

async function followCourse(
  sql: Sql,
  { id }: CohortRow,
  { courseId, release, deadlines }: LoadedCourse,
  { now, memberIds }: Asked,
) {
  const { exam, file } = release.course
  const rows = await findProgress(sql, id, courseId, memberIds)
  const past = stepsPast(deadlines, now)
  const steps = readSteps(file.outline, past)
  const rule = { attempts: exam?.attempts ?? null, over: past.has('exam') }
  return rows.map((row) => {
    const { memberId, reachable, remindedAt } = row
    return { memberId, reachable, remindedAt, course: progressIn(courseId, row, steps(row.doneLessons), rule) }
  })
}

/**
 * The steps whose deadline is over. Computed once for all people: finding the end of a day in Morocco is slower than
 * the rest of the work on a person.
 */
function stepsPast(deadlines: LoadedCourse['deadlines'], now: Date): ReadonlySet<string> {
  const steps = Object.entries(deadlines).filter(([, day]) => endOfDay(day) <= now)
  return new Set(steps.map(([step]) => step))
}

type Exam = { attempts: number | null; over: boolean }

function progressIn(
  courseId: string,
  { lastActiveMs, passed, certified, attempts: taken }: ProgressRow,
  { done, lessons, lessonsDone, lessonsLate }: StepsDone,
  { attempts, over }: Exam,
): FollowedCourse {
  return {
    courseId,
    lessons,
    lessonsDone,
    lastActiveMs,
    passed,
    attemptsLeft: attempts === null ? null : Math.max(0, attempts - taken),
    certified,
    overdue: lessonsLate + (over && !passed ? 1 : 0),
    done,
    sat: taken > 0,
  }
}

/** Adds the names, in the same order. People whose account was deleted in the meantime are left out. */
export async function withNames<P extends { memberId: string }>(sql: Sql, people: readonly P[]): Promise<Named<P>[]> {
  if (people.length === 0) return []
  const rows = await findParticipants(
    sql,
    people.map(({ memberId }) => memberId),
  )
  const byMember = new Map(rows.map((row) => [row.memberId, row]))
  return people.flatMap((person) => {
    const row = byMember.get(person.memberId)
    return row ? [{ ...person, ...row }] : []
  })
}
