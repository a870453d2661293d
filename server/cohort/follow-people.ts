import 'server-only'
import { endOfDay } from '@/domain/cohort/day'
import { type Following, followingOf, type Progress } from '@/domain/cohort/following'
import type { LoadedRelease } from '../content/releases'
import type { Db } from '../db/client'
import { findProgress, type ProgressRow } from '../db/cohort-progress'
import type { CohortRow } from '../db/cohorts'

export type Followed = ProgressRow & Progress & { following: Following }

/** Everyone who takes part in a cohort, with how she gets on. One query. */
export async function followPeople(
  db: Db,
  cohort: CohortRow,
  { course }: LoadedRelease,
  now: Date,
): Promise<Followed[]> {
  const rows = await findProgress(db, cohort.id, cohort.courseId)
  const past = stepsPast(cohort, now)
  return rows.map((row) => follow(row, course.file.outline, course.exam?.attempts ?? null, past, now))
}

/** Steps whose last day is over. Asked once for all people: when a day ends in Morocco costs more than a person. */
function stepsPast({ deadlines }: CohortRow, now: Date): ReadonlySet<string> {
  const steps = Object.entries(deadlines).filter(([, day]) => endOfDay(day) <= now)
  return new Set(steps.map(([step]) => step))
}

function follow(
  row: ProgressRow,
  outline: readonly string[],
  attempts: number | null,
  past: ReadonlySet<string>,
  now: Date,
): Followed {
  const done = outline.filter((id) => row.doneLessons?.includes(id))
  const open = [...outline.filter((id) => !done.includes(id)), ...(row.passed ? [] : ['exam'])]
  const overdue = open.filter((step) => past.has(step)).length
  const times = [row.enrolledAt, row.lastReadAt, row.lastAttemptAt].map((date) => date?.getTime() ?? 0)
  const progress: Progress = {
    lessons: outline.length,
    lessonsDone: done.length,
    lastActiveAt: new Date(Math.max(...times)),
    passed: row.passed,
    attemptsLeft: attempts === null ? null : Math.max(0, attempts - row.attempts),
    certified: row.certificate !== null,
    overdue,
  }
  return { ...row, ...progress, following: followingOf(progress, now) }
}
