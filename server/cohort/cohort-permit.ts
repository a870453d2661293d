import 'server-only'
import type { Permission } from '@/domain/access/policy'
import { AppError } from '@/domain/errors'
import { type Permit, requirePermission } from '../auth/permit'
import { db } from '../db/client'
import { type CohortRow, findCohort } from '../db/cohorts'

type AboutCohort = Extract<Permission, `cohort:${string}`> &
  Exclude<Permission, 'cohort:create' | 'cohort:decide' | 'cohort:join'>

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The cohort with the permit to do `P` to it. @throws {AppError} not-found, or as requirePermission does */
export async function requireCohort<P extends AboutCohort>(
  permission: P,
  cohortId: string,
): Promise<{ cohort: CohortRow; permit: Permit<P> }> {
  const cohort = UUID.test(cohortId) ? await findCohort(db(), cohortId) : null
  if (!cohort) throw new AppError('not-found', 'cohort')
  return { cohort, permit: await requirePermission(permission, targetOf(cohort)) }
}

export function targetOf({ id, institutionId, tutorIds }: CohortRow) {
  return { cohortId: id, institutionId, tutorIds }
}
