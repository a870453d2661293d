import 'server-only'
import { dayOf, startOfDay } from '@/domain/time/day'
import type { Permit } from '../auth/permit'
import { recordViews } from '../db/audit/audit'
import { sql } from '../db/client'
import type { CohortRow } from '../db/cohort/cohorts'
import type { MayMany } from './people/many/may-many'

/**
 * Records that people's progress is about to be shown to a tutor or administrator, once a day for each person. If this
 * fails, the progress is not shown. The reason that the person reads is the name of the cohort.
 */
export async function noteViews(
  { actor }: Permit<'cohort:read'> | MayMany,
  { institutionId, name }: CohortRow,
  subjectIds: readonly string[],
  now: Date,
): Promise<void> {
  if (subjectIds.length === 0) return
  const views = { act: 'record-viewed', actorId: actor.accountId, subjectIds, institutionId, reason: name } as const
  await recordViews(sql(), views, startOfDay(dayOf(now)), now)
}

/** If the page of a person is opened again within this time, it counts as the same visit. */
const VISIT_MS = 30 * 60_000

/**
 * Records that the page of one person is about to be shown, once for each visit. If this fails, it is not shown.
 */
export async function noteVisit(
  { actor }: Permit<'cohort:read'>,
  { institutionId, name }: CohortRow,
  subjectId: string,
  now: Date,
): Promise<void> {
  const visit = { act: 'place-viewed', actorId: actor.accountId, subjectIds: [subjectId], institutionId } as const
  await recordViews(sql(), { ...visit, reason: name }, new Date(now.getTime() - VISIT_MS), now)
}
