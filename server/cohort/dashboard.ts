import 'server-only'
import { decide } from '@/domain/auth/policy'
import { type Totals, totalsOf } from '@/domain/cohort/at-risk'
import { type ReminderReason, reasonsIn } from '@/domain/cohort/reminding'
import type { Permit } from '../auth/permit'
import { type LoadedRelease, loadRelease } from '../content/releases'
import { sql } from '../db/client'
import { countByStatus, type StatusCounts } from '../db/cohort-progress'
import type { CohortRow } from '../db/cohorts'
import { type Followed, followPeople, type Named, withNames } from './follow-people'

export type { Followed, Named }

export type Dashboard = {
  release: LoadedRelease
  people: readonly Followed[]
  totals: Totals
  statuses: StatusCounts
  /** How many people have done each lesson, in the order of the course. */
  lessons: readonly { id: string; done: number }[]
  /** The reasons for which people may be reminded now. */
  reasons: readonly ReminderReason[]
  /** What the caller may do with the cohort, also if she must give her second factor first. */
  may: { export: boolean; change: boolean; enrol: boolean; copy: boolean }
}

/** What the tutor of a cohort sees. It takes two queries, whatever the size of the cohort. */
export async function cohortDashboard(
  { actor, target }: Permit<'cohort:read'>,
  cohort: CohortRow,
  now: Date,
): Promise<Dashboard> {
  const release = await loadRelease(cohort.releaseId)
  const [people, statuses] = await Promise.all([
    followPeople(sql(), cohort, release, now),
    countByStatus(sql(), cohort.id),
  ])
  const lessons = release.course.file.outline.map((id) => ({
    id,
    done: people.filter(({ done }) => done.has(id)).length,
  }))
  const may = {
    export: decide(actor, 'cohort:export', target) !== 'forbidden',
    change: !cohort.archivedAt && decide(actor, 'cohort:change', target) !== 'forbidden',
    enrol: !cohort.archivedAt && decide(actor, 'cohort:enrol', target) !== 'forbidden',
    copy: decide(actor, 'cohort:create', target) !== 'forbidden',
  }
  const reasons = reasonsIn(cohort, release.course.exam !== null, now)
  return { release, people, totals: totalsOf(people, now), statuses, lessons, reasons, may }
}

/** Adds the names of the people on one page of the list. It takes one more query. */
export function nameFollowed(_: Permit<'cohort:read'>, people: readonly Followed[]): Promise<Named<Followed>[]> {
  return withNames(sql(), people)
}
