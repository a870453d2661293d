import 'server-only'
import { dayOf, startOfDay } from '@/domain/cohort/day'
import type { Permit } from '../auth/permit'
import { recordViews } from '../db/audit'
import { sql } from '../db/client'
import type { CohortRow } from '../db/cohorts'

/**
 * Records that people's progress is about to be shown to a tutor or administrator, once a day for each person. If this
 * fails, the progress is not shown. The reason that the person reads is the name of the cohort.
 */
export async function noteViews(
  { actor }: Permit<'cohort:read'> | Permit<'cohort:remind'>,
  { institutionId, name }: CohortRow,
  subjectIds: readonly string[],
  now: Date,
): Promise<void> {
  if (subjectIds.length === 0) return
  const views = { act: 'record-viewed', actorId: actor.accountId, subjectIds, institutionId, reason: name } as const
  await recordViews(sql(), views, startOfDay(dayOf(now)), now)
}
