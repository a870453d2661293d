import 'server-only'
import type { Permission } from '@/domain/auth/policy'
import { AppError } from '@/domain/errors'
import { isUuid } from '@/domain/uuid'
import type { Caller } from '../auth/caller'
import { type Permit, permitFor, requirePermission } from '../auth/permit'
import { db, sql } from '../db/client'
import { findMember } from '../db/cohort/cohort-members'
import { type CohortRow, findCohort } from '../db/cohort/cohorts'

type AboutCohort = Extract<Permission, `cohort:${string}` | 'statistics:read'> &
  Exclude<Permission, 'cohort:create' | 'cohort:decide' | 'cohort:join'>

/** A cohort with the permit to do `P` to it. */
export type WithCohort<P extends AboutCohort | 'cohort:decide'> = { cohort: CohortRow; permit: Permit<P> }

/** The cohort with the permit to do `P` to it. @throws {AppError} not-found, or as requirePermission does */
export async function requireCohort<P extends AboutCohort>(
  caller: Caller,
  permission: P,
  cohortId: string,
): Promise<WithCohort<P>> {
  const cohort = await existingCohort(cohortId)
  return { cohort, permit: await requirePermission(caller, permission, targetOf(cohort)) }
}

/**
 * The cohort with the permit to answer a person's request in it.
 *
 * @throws {AppError} not-found, or as requirePermission does
 */
export async function requireRequest(
  caller: Caller,
  cohortId: string,
  memberId: string,
): Promise<WithCohort<'cohort:decide'>> {
  // The permit to read comes first: a caller without it must not learn who is in the cohort.
  return permitRequest(await requireCohort(caller, 'cohort:read', cohortId), memberId)
}

/**
 * The same for a caller who may already read the cohort's people. @throws {AppError} not-found, or as permitFor does
 */
export async function permitRequest(
  { cohort, permit }: WithCohort<'cohort:read'>,
  memberId: string,
): Promise<WithCohort<'cohort:decide'>> {
  const member = isUuid(memberId) ? await findMember(db(), memberId) : null
  if (member?.cohortId !== cohort.id) throw new AppError('not-found', 'member')
  const target = { ...targetOf(cohort), askedBy: member.accountId }
  return { cohort, permit: permitFor(permit.actor, 'cohort:decide', target) }
}

async function existingCohort(cohortId: string): Promise<CohortRow> {
  const cohort = isUuid(cohortId) ? await findCohort(sql(), cohortId) : null
  if (!cohort) throw new AppError('not-found', 'cohort')
  return cohort
}

export function targetOf({ id, institutionId, tutorIds }: CohortRow) {
  return { cohortId: id, institutionId, tutorIds }
}
