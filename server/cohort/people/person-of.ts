import 'server-only'
import { AppError } from '@/domain/errors'
import { isUuid } from '@/domain/uuid'
import type { Permit } from '../../auth/permit'
import { db } from '../../db/client'
import { findMember, type MemberRow } from '../../db/cohort/cohort-members'

/** One person of a cohort. @throws {AppError} not-found, also for a person of another cohort */
export async function personOf(
  { target }: Permit<'cohort:read'> | Permit<'cohort:enrol'> | Permit<'cohort:decide'>,
  memberId: string,
): Promise<MemberRow> {
  const member = isUuid(memberId) ? await findMember(db(), memberId) : null
  if (member?.cohortId !== target.cohortId) throw new AppError('not-found', 'member')
  return member
}
