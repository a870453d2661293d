import 'server-only'
import { dayOf, startOfDay } from '@/domain/time/day'
import { recordViews } from '../db/audit/audit'
import { sql } from '../db/client'
import type { Permit } from './permit'

/**
 * Records, once a day for each person, that her certificates, her names and roles, or her presence are about to be
 * shown. If this fails, they are not shown. No reason is stored, because the act implies it.
 */
export async function noteShown(
  act: 'certificate-viewed' | 'person-viewed' | 'attendance-viewed',
  {
    actor,
    target,
  }:
    | Permit<'certificate:list'>
    | Permit<'people:read'>
    | Permit<'seminar:read'>
    | Permit<'seminar:run'>
    | Permit<'seminar:issue'>,
  subjectIds: readonly string[],
  now: Date,
): Promise<void> {
  if (subjectIds.length === 0) return
  const { institutionId } = target
  const views = { act, actorId: actor.accountId, subjectIds, institutionId, reason: null }
  await recordViews(sql(), views, startOfDay(dayOf(now)), now)
}
