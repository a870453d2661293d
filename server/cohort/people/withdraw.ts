import 'server-only'
import { SEATED } from '@/domain/cohort/membership'
import type { Permit } from '../../auth/permit'
import { db, type Tx } from '../../db/client'
import type { MemberRow } from '../../db/cohort/cohort-members'
import type { CohortRow } from '../../db/cohort/cohorts'
import { endInvitations } from '../../db/cohort/invitations'
import { stopLettersOfPlace } from '../../db/mail/held-mails'
import { wake } from '../../queue/wake'
import { changeStatus } from './change-status'
import { requireMember } from './require-member'
import { promoteFromWaitlist } from './waitlist'

/**
 * Takes a person out of a cohort. Her progress and certificates stay; her seat goes to the waitlist.
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
    await takeOut(tx, member, cohort, { by, reason }, now)
    if (SEATED.includes(member.status)) await promoteFromWaitlist(tx, cohort, by, now)
  })
  await wake('mail')
}

/**
 * Takes a person out; her seat is not given away yet, and letters about her place are stopped.
 *
 * @throws {AppError} conflict
 */
export async function takeOut(
  tx: Tx,
  member: MemberRow,
  cohort: CohortRow,
  { by, reason }: { by: string | null; reason: string | null },
  now: Date,
): Promise<void> {
  // Lock the invitations before the member, as when an invitation is accepted. In the other order two transactions
  // could deadlock.
  await endInvitations(tx, member.id, now)
  await changeStatus(tx, member, cohort, { to: 'withdrawn', by, reason }, now)
  await stopLettersOfPlace(tx, member.id)
}
