import 'server-only'
import { decide } from '@/domain/access/policy'
import { endOfDay } from '@/domain/cohort/day'
import { type Following, followingOf, type Progress, type Totals, totalsOf } from '@/domain/cohort/following'
import type { Permit } from '../auth/permit'
import { type LoadedRelease, loadRelease } from '../content/releases'
import { db } from '../db/client'
import { countByStatus, findProgress, type ProgressRow, type StatusCounts } from '../db/cohort-progress'
import type { CohortRow } from '../db/cohorts'

export type Followed = ProgressRow & Progress & { following: Following }
export type Dashboard = {
  release: LoadedRelease
  people: readonly Followed[]
  totals: Totals
  statuses: StatusCounts
  /** In the order of the course: how many of the people have done it. */
  lessons: readonly { id: string; done: number }[]
  /** Also who must show her second factor first. */
  mayExport: boolean
}

/** What a cohort's tutor sees. Two queries, whatever the cohort's size. */
export async function cohortDashboard(
  { actor, target }: Permit<'cohort:read'>,
  cohort: CohortRow,
  now: Date,
): Promise<Dashboard> {
  const [release, rows, statuses] = await Promise.all([
    loadRelease(cohort.releaseId),
    findProgress(db(), cohort.id, cohort.courseId),
    countByStatus(db(), cohort.id),
  ])
  const { outline } = release.course.file
  const past = stepsPast(cohort, now)
  const people = rows.map((row) => follow(row, outline, release.course.exam?.attempts ?? null, past, now))
  const lessons = outline.map((id) => ({
    id,
    done: people.filter(({ doneLessons }) => doneLessons?.includes(id)).length,
  }))
  const mayExport = decide(actor, 'cohort:export', target) !== 'forbidden'
  return { release, people, totals: totalsOf(people, now), statuses, lessons, mayExport }
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
