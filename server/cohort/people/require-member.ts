import 'server-only'
import { AppError } from '@/domain/errors'
import { isUuid } from '@/domain/uuid'
import type { Db } from '../../db/client'
import { findMember, type MemberRow } from '../../db/cohort/cohort-members'
import type { CohortRow } from '../../db/cohort/cohorts'
import { requireOpen } from '../save-cohort'

/**
 * A member of a cohort that is not archived. The cohort is locked. @throws {AppError} not-found, also for a member of
 * another cohort; conflict
 */
export async function requireMember(
  tx: Db,
  cohortId: string,
  memberId: string,
): Promise<{ cohort: CohortRow; member: MemberRow }> {
  const cohort = await requireOpen(tx, cohortId)
  const member = isUuid(memberId) ? await findMember(tx, memberId) : null
  if (member?.cohortId !== cohort.id) throw new AppError('not-found', 'member')
  return { cohort, member }
}
