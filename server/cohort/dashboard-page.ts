import 'server-only'
import { SITUATIONS, type Situation } from '@/domain/cohort/at-risk'
import { isOver, phaseOf } from '@/domain/cohort/phase'
import { DASHBOARD_ROWS, type Places, pageOf } from '@/domain/list/page-of'
import type { Caller } from '../auth/caller'
import { permitFor } from '../auth/permit'
import type { CohortRow } from '../db/cohort/cohorts'
import { requireCohort, targetOf } from './cohort-permit'
import { inEachCourse } from './courses'
import { cohortDashboard, type Dashboard, type Followed, type Named, nameFollowed } from './dashboard'
import { type FirstSteps, firstSteps } from './first-steps'
import { cohortLearning, type Learning } from './learning'
import { noteViews } from './note-views'

export type DashboardPage = Dashboard & {
  cohort: CohortRow
  /** What each course of the cohort has taught, as the exams measure it, in the order of the courses. */
  learning: readonly Learning[]
  /**
   * The steps that prepare the cohort; null if the reader may not take them, if they are done or put aside, or if the
   * cohort is over.
   */
  steps: FirstSteps | null
  /** The filter of the list of people; null: everybody. */
  chosen: Situation | null
  /** One page of the filtered list. */
  named: readonly Named<Followed>[]
  page: Places
  /** The length of the filtered list. */
  shown: number
}

/**
 * The view model of the dashboard of a cohort. It records whose progress it shows.
 *
 * @param asked the filter from the address; anything that is not a situation means everybody.
 * @throws {AppError} not-found, or as requirePermission does
 */
export async function openDashboard(
  caller: Caller,
  cohortId: string,
  asked: { show: string | null; page: string | null },
  now: Date,
): Promise<DashboardPage> {
  const { cohort, permit } = await requireCohort(caller, 'cohort:read', cohortId)
  const statistics = permitFor(permit.actor, 'statistics:read', targetOf(cohort))
  const [dashboard, learning] = await Promise.all([
    cohortDashboard(permit, cohort, now),
    Promise.all(inEachCourse(cohort).map((course) => cohortLearning(statistics, course, now))),
  ])
  const chosen = SITUATIONS.find((situation) => situation === asked.show) ?? null
  const shown = dashboard.people.filter(({ situation }) => chosen === null || situation === chosen)
  const { rows, ...page } = pageOf(shown, asked.page, DASHBOARD_ROWS)
  const named = await nameFollowed(permit, rows)
  const ids = named.map(({ accountId }) => accountId)
  await noteViews(permit, cohort, ids, now)
  const people = Object.values(dashboard.statuses).reduce<number>((sum, count = 0) => sum + count, 0)
  const begins = dashboard.may.change && !isOver(phaseOf(cohort, now))
  const steps = begins ? await firstSteps(cohort, { courses: dashboard.courses, people }, now) : null
  return { ...dashboard, cohort, steps, learning, chosen, named, page, shown: shown.length }
}
