import 'server-only'
import { readSteps, type StepsDone } from '@/domain/cohort/steps-done'
import { type CourseProgress, STANDING_MINUTES, type Standing, standingOf } from '@/domain/desk/standing'
import { groupBy } from '@/domain/group-by'
import { dayOf, endOfDay } from '@/domain/time/day'
import { loadRelease } from '../content/releases'
import { sql } from '../db/client'
import {
  findStandingProgress,
  findStandingRows,
  type StandingProgressRow,
  type StandingRow,
  saveStandings,
} from '../db/cohort/cohort-standings'
import type { CohortRow } from '../db/cohort/cohorts'

export type CountedStanding = Standing & { countedAt: Date }

/**
 * The standing of each cohort: the stored one if it is recent enough, otherwise a new count. It takes one query, or
 * three if a cohort must be counted, whatever the number of cohorts and people.
 */
export async function standingsOf(cohorts: readonly CohortRow[], now: Date): Promise<Map<string, CountedStanding>> {
  const oldest = new Date(now.getTime() - STANDING_MINUTES * 60_000)
  const kept = await findStandingRows(
    sql(),
    cohorts.map(({ id }) => id),
  )
  const bases = new Map(cohorts.map((cohort) => [cohort.id, basisOf(cohort, now)]))
  const fresh = kept.filter(
    ({ cohortId, countedAt, basis }) => countedAt > oldest && countedAt <= now && basis === bases.get(cohortId),
  )
  const known = new Set(fresh.map(({ cohortId }) => cohortId))
  const stale = cohorts.filter(({ id }) => !known.has(id))
  const counted = await count(stale, bases, now)
  return new Map(
    [...fresh, ...counted].map(({ cohortId, countedAt, figures }) => [cohortId, { ...figures, countedAt }]),
  )
}

/** What a standing depends on besides the people: a moved deadline or another day makes it stale. */
function basisOf(cohort: CohortRow, now: Date): string {
  return JSON.stringify([dayOf(now), cohort.courses])
}

async function count(cohorts: readonly CohortRow[], bases: Map<string, string>, now: Date): Promise<StandingRow[]> {
  if (cohorts.length === 0) return []
  const courses = cohorts.flatMap((cohort) => cohort.courses.map(({ courseId }) => ({ cohortId: cohort.id, courseId })))
  const rows = groupBy(await findStandingProgress(sql(), courses), ({ cohortId }) => cohortId)
  const counted = await Promise.all(
    cohorts.map(async (cohort) => ({
      cohortId: cohort.id,
      countedAt: now,
      basis: bases.get(cohort.id) ?? '',
      figures: standingOf(await progressIn(cohort, rows.get(cohort.id) ?? [], now), now),
    })),
  )
  await saveStandings(sql(), counted)
  return counted
}

/** What each person has done of each course. */
async function progressIn(
  cohort: CohortRow,
  rows: readonly StandingProgressRow[],
  now: Date,
): Promise<CourseProgress[]> {
  const byCourse = await Promise.all(
    cohort.courses.map(async ({ courseId, releaseId, deadlines }) => {
      const { course } = await loadRelease(releaseId)
      const ends = Object.entries(deadlines).map(([step, day]) => [step, endOfDay(day).getTime()] as const)
      const past = new Map(ends.filter(([, end]) => end <= now.getTime()))
      const read = readSteps(course.file.outline, new Set(past.keys()))
      const attempts = course.exam?.attempts ?? null
      const inCourse = rows.filter((row) => row.courseId === courseId)
      return inCourse.map((row) => progressOf(row, { ...read(row.doneLessons), attempts, past }))
    }),
  )
  return byCourse.flat()
}

/** `past`: the ends of the deadlines that are over, by step. */
type Course = StepsDone & { attempts: number | null; past: ReadonlyMap<string, number> }

function progressOf(row: StandingProgressRow, { attempts, past, done, lessons, lessonsDone, lessonsLate }: Course) {
  const { memberId, reachable, remindedAt, lastActiveMs, passed, certified } = row
  const examLate = past.has('exam') && !passed
  const missed = [...past].filter(([step]) => (step === 'exam' ? examLate : !done.has(step))).map(([, end]) => end)
  return {
    ...{ memberId, reachable, remindedAt, lastActiveMs, passed, certified, lessons, lessonsDone },
    attemptsLeft: attempts === null ? null : Math.max(0, attempts - row.attempts),
    overdue: lessonsLate + (examLate ? 1 : 0),
    lateSinceMs: missed.length > 0 && lessonsLate + (examLate ? 1 : 0) > 0 ? Math.min(...missed) : null,
  }
}
