import 'server-only'
import { SEATED } from '@/domain/cohort/membership'
import type { Permit } from '../../auth/permit'
import { db } from '../../db/client'
import { endInvitations } from '../../db/invitations'
import { wake } from '../../jobs/wake'
import { changeStatus } from './change-status'
import { requireMember } from './require-member'
import { promoteFromWaitlist } from './waitlist'

/**
 * Takes a person out of a cohort. What she has learnt and earned stays hers; her seat goes to who waits.
 *
 * @throws {AppError} not-found, conflict
 */
export async function withdraw(
  { actor, target }: Permit<'cohort:enrol'>,
  memberId: string,
  reason: string,
  now: Date,
): Promise<void> {
  const by = actor.accountId
  await db().$transaction(async (tx) => {
    const { cohort, member } = await requireMember(tx, target.cohortId, memberId)
    // Before her place, as in accepting: who accepts at this moment would else wait for us, and we for her.
    await endInvitations(tx, memberId, now)
    await changeStatus(tx, member, cohort, { to: 'withdrawn', by, reason }, now)
    if (SEATED.includes(member.status)) await promoteFromWaitlist(tx, cohort, by, now)
  })
  await wake('mail')
}
