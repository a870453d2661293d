import 'server-only'
import { AppError } from '@/domain/errors'
import type { Db } from '../../db/client'
import { findMember, type MemberRow } from '../../db/cohort-members'
import type { CohortRow } from '../../db/cohorts'
import { isUuid } from '../cohort-permit'
import { requireOpen } from '../save-cohort'

/** A person of a cohort that is locked and not archived. @throws {AppError} not-found, also for another cohort's; conflict */
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
