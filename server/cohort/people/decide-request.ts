import 'server-only'
import { AppError } from '@/domain/errors'
import type { Permit } from '../../auth/permit'
import { db, type Tx } from '../../db/client'
import type { MemberRow } from '../../db/cohort/cohort-members'
import type { CohortRow } from '../../db/cohort/cohorts'
import { wake } from '../../queue/wake'
import { admitMember } from '../accept-invitation'
import { changeStatus } from './change-status'
import { requireMember } from './require-member'
import { tellAdmitted, tellQueued, tellRefused } from './tell-admitted'
import { seatFree } from './waitlist'

export type Decided = 'admitted' | 'waiting' | 'refused'
export type Answer = { status: 'admit' } | { status: 'refuse'; reason: string }

/**
 * Answers a request to join, with a letter. If it is accepted while no seat is free, the person joins the waitlist.
 *
 * @throws {AppError} not-found, also if the permit is for another person; conflict if the request was answered in the
 * meantime
 */
export async function decideRequest(
  { actor, target }: Permit<'cohort:decide'>,
  memberId: string,
  answer: Answer,
  now: Date,
): Promise<Decided> {
  const by = actor.accountId
  const decided = await db().$transaction(async (tx): Promise<Decided> => {
    const { cohort, member } = await requireMember(tx, target.cohortId, memberId)
    const { accountId } = member
    if (accountId === null || accountId !== target.askedBy) throw new AppError('not-found', 'another request')
    if (member.status !== 'asked') throw new AppError('conflict', `a member who is ${member.status}`)
    if (answer.status === 'refuse') {
      const { reason } = answer
      await changeStatus(tx, member, cohort, { to: 'refused', by, reason }, now)
      await tellRefused(tx, member, cohort, reason, now)
      return 'refused'
    }
    return admit(tx, { ...member, accountId }, cohort, by, now)
  })
  await wake('mail')
  return decided
}

/**
 * Accepts a request, with a letter. While no seat is free the person joins the waitlist.
 *
 * @param cohort locked. @throws {AppError} conflict
 */
export async function admit(
  tx: Tx,
  member: MemberRow & { accountId: string },
  cohort: CohortRow,
  by: string | null,
  now: Date,
): Promise<'admitted' | 'waiting'> {
  if (!(await seatFree(tx, cohort))) {
    await changeStatus(tx, member, cohort, { to: 'waiting', by }, now)
    await tellQueued(tx, member, cohort, now)
    return 'waiting'
  }
  await admitMember(tx, member, cohort, { accountId: member.accountId, by }, now)
  await tellAdmitted(tx, member, cohort, now)
  return 'admitted'
}
