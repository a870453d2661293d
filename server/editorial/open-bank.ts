import 'server-only'
import { AppError } from '@/domain/errors'
import type { Permit } from '../auth/permit'
import { inTransaction, sql } from '../db/client'
import type { Learner } from '../db/course/learners'
import { findBankState, insertBankOpening, lockBank } from '../db/editorial/bank-openings'

/** Whether she has opened the bank of a course as a reviewer: she then cannot begin its exam. */
export async function hasOpenedBank({
  learner,
}: {
  learner: Pick<Learner, 'accountId' | 'courseId'>
}): Promise<boolean> {
  const { openedAt } = await findBankState(sql(), learner.accountId, learner.courseId)
  return openedAt !== null
}

/**
 * Opens a bank to a reviewer, who then cannot earn the certificate of its course. A new attempt takes the same lock, so
 * the second of the two is refused.
 *
 * @throws {AppError} bank-closed while she sits the exam
 */
export async function openBank(permit: Permit<'editorial:read'>, courseId: string, now: Date): Promise<void> {
  const { accountId } = permit.actor
  await inTransaction(async (tx) => {
    await lockBank(tx, accountId, courseId)
    const { underWay } = await findBankState(tx, accountId, courseId)
    if (underWay) throw new AppError('bank-closed', 'exam under way')
    await insertBankOpening(tx, accountId, courseId, now)
  })
}
