import 'server-only'
import { AppError } from '@/domain/errors'
import type { Permit } from '../../auth/permit'
import { findAccount } from '../../db/account/accounts'
import { recordAct } from '../../db/audit/audit'
import { db, type Tx } from '../../db/client'
import type { MemberRow } from '../../db/cohort/cohort-members'
import type { CohortRow } from '../../db/cohort/cohorts'
import { wake } from '../../queue/wake'
import { changeStatus } from './change-status'
import { isOwn } from './own-place'
import { requireMember } from './require-member'
import { sendInvitation } from './send-invitation'
import { requireSeat } from './waitlist'

/** Sends an invitation again. @throws {AppError} not-found, conflict */
export async function inviteAgain(
  { actor, target }: Permit<'cohort:enrol'>,
  memberId: string,
  now: Date,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const { cohort, member } = await requireMember(tx, target.cohortId, memberId)
    if (member.status !== 'invited') throw new AppError('conflict', `a member who is ${member.status}`)
    await sendAgain(tx, member, cohort, actor.accountId, now)
  })
  await wake('mail')
}

/** Sends an invitation again, and writes it into the audit log. */
export async function sendAgain(
  tx: Tx,
  member: MemberRow,
  cohort: CohortRow,
  by: string | null,
  now: Date,
): Promise<void> {
  await sendInvitation(tx, member, cohort, now)
  const details = { cohortId: cohort.id, memberId: member.id }
  const facts = { actorId: by, subjectId: member.accountId, institutionId: cohort.institutionId, details }
  await recordAct(tx, { act: 'invitation-sent', ...facts }, now)
}

/**
 * Invites a person from the waitlist, or one who has left. Nobody may invite herself. @throws {AppError} not-found,
 * forbidden, no-seat, conflict
 */
export async function invitePerson(
  { actor, target }: Permit<'cohort:enrol'>,
  memberId: string,
  now: Date,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const { cohort, member } = await requireMember(tx, target.cohortId, memberId)
    if (isOwn(await findAccount(tx, actor.accountId), member)) throw new AppError('forbidden', 'her own place')
    await requireSeat(tx, cohort)
    await changeStatus(tx, member, cohort, { to: 'invited', by: actor.accountId }, now)
    await sendInvitation(tx, member, cohort, now)
  })
  await wake('mail')
}
