import 'server-only'
import { AppError } from '@/domain/errors'
import { isUuid } from '@/domain/uuid'
import type { Permit } from '../../auth/permit'
import { db } from '../../db/client'
import { findMember } from '../../db/cohort/cohort-members'
import { changeStatus } from '../people/change-status'
import { requireOpen } from '../save-cohort'

/**
 * Withdraws an unanswered request, or leaves the waitlist. Idempotent.
 *
 * @throws {AppError} not-found, also for the request of another person; conflict if it was answered in the meantime
 */
export async function withdrawRequest({ actor }: Permit<'cohort:join'>, memberId: string, now: Date): Promise<void> {
  const own = isUuid(memberId) ? await findMember(db(), memberId) : null
  if (own?.accountId !== actor.accountId) throw new AppError('not-found', 'member')
  await db().$transaction(async (tx) => {
    const cohort = await requireOpen(tx, own.cohortId)
    const member = await findMember(tx, memberId)
    if (!member || member.status === 'withdrawn') return
    if (member.status !== 'asked' && member.status !== 'waiting') throw new AppError('conflict', `is ${member.status}`)
    await changeStatus(tx, member, cohort, { to: 'withdrawn', by: actor.accountId }, now)
  })
}
