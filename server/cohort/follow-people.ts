import 'server-only'
import { type Progress, type Situation, situationOf } from '@/domain/cohort/at-risk'
import { endOfDay } from '@/domain/cohort/day'
import { readSteps, type StepsDone } from '@/domain/cohort/steps-done'
import type { LoadedRelease } from '../content/releases'
import { findParticipants, findProgress, type ParticipantRow, type ProgressRow } from '../db/cohort-progress'
import type { CohortRow } from '../db/cohorts'
import type { Sql } from '../db/sql'

export type Followed = Pick<ProgressRow, 'memberId' | 'reachable' | 'remindedAt'> &
  Progress & { situation: Situation; done: ReadonlySet<string> }
export type Named<P> = P & ParticipantRow

/** Everyone who takes part in a cohort, with her progress and situation. It takes one query. */
export async function followPeople(
  sql: Sql,
  cohort: CohortRow,
  { course }: LoadedRelease,
  now: Date,
): Promise<Followed[]> {
  const rows = await findProgress(sql, cohort.id, cohort.courseId)
  const past = stepsPast(cohort, now)
  const steps = readSteps(course.file.outline, past)
  const exam = { attempts: course.exam?.attempts ?? null, over: past.has('exam') }
  return rows.map((row) => follow(row, steps(row.doneLessons), exam, now))
}

/**
 * The steps whose deadline is over. Computed once for all people: finding the end of a day in Morocco is slower than
 * the rest of the work on a person.
 */
function stepsPast({ deadlines }: CohortRow, now: Date): ReadonlySet<string> {
  const steps = Object.entries(deadlines).filter(([, day]) => endOfDay(day) <= now)
  return new Set(steps.map(([step]) => step))
}

type Exam = { attempts: number | null; over: boolean }

function follow(
  row: ProgressRow,
  { done, lessons, lessonsDone, lessonsLate }: StepsDone,
  { attempts, over }: Exam,
  now: Date,
): Followed {
  const { passed, certified } = row
  const progress: Progress = {
    lessons,
    lessonsDone,
    lastActiveMs: row.lastActiveMs,
    passed,
    attemptsLeft: attempts === null ? null : Math.max(0, attempts - row.attempts),
    certified,
    overdue: lessonsLate + (over && !passed ? 1 : 0),
  }
  const { memberId, reachable, remindedAt } = row
  return Object.assign(progress, { memberId, reachable, remindedAt, done, situation: situationOf(progress, now) })
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
