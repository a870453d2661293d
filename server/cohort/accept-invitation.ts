import 'server-only'
import { AppError } from '@/domain/errors'
import { hashOf } from '../account/email-link'
import type { Permit } from '../auth/permit'
import { insertRole } from '../db/auth/roles'
import { type Db, db, sql, type Tx } from '../db/client'
import { claimMember, findMember, type MemberRow } from '../db/cohort/cohort-members'
import { type CohortRow, enrolInCourses, findCohort } from '../db/cohort/cohorts'
import { findInvitationOwner, findInvited, spendInvitationLink } from '../db/cohort/invitations'
import { findInstitution } from '../db/institution/institutions'
import { changeStatus } from './people/change-status'

export type Invitation = { member: MemberRow; cohort: CohortRow }

/** The invitation behind a link; null if the link does not work. Reading it does not use it up. */
export async function invitationOf(token: string, now: Date): Promise<Invitation | null> {
  const memberId = await findInvited(db(), hashOf(token), now)
  const member = memberId ? await findMember(db(), memberId) : null
  const cohort = member ? await findCohort(sql(), member.cohortId) : null
  return member && cohort && (await isActive(db(), cohort)) ? { member, cohort } : null
}

/** Neither the cohort nor its institution is archived. */
async function isActive(on: Db, { archivedAt, institutionId }: CohortRow): Promise<boolean> {
  return archivedAt === null && (await findInstitution(on, institutionId))?.archivedAt === null
}

/** The address that a link was sent to, whether or not the link still works. */
export async function invitedAddress(token: string): Promise<string | null> {
  const memberId = await findInvitationOwner(db(), hashOf(token))
  return memberId === null ? null : ((await findMember(db(), memberId))?.email ?? null)
}

/**
 * The cohort that the account joined with this very link, so that a second submit has the same outcome as the first.
 */
export async function cohortJoinedWith(token: string, accountId: string): Promise<CohortRow | null> {
  const memberId = await findInvitationOwner(db(), hashOf(token))
  const member = memberId ? await findMember(db(), memberId) : null
  if (member?.accountId !== accountId || member.status !== 'active') return null
  return findCohort(sql(), member.cohortId)
}

/**
 * Accepts an invitation. The link itself is the permission, whatever the address of the account. The learner is
 * enrolled in the cohort's courses, except those that she takes already.
 *
 * @returns her cohort. @throws {AppError} link-expired
 */
export async function acceptInvitation({ actor }: Permit<'cohort:join'>, token: string, now: Date): Promise<CohortRow> {
  return db().$transaction(async (tx) => {
    const { member, cohort } = await spendInvitation(tx, token, now)
    await admitMember(tx, member, cohort, { accountId: actor.accountId, by: actor.accountId }, now)
    return cohort
  })
}

/** Uses a link up, in the transaction that assigns its place. @throws {AppError} link-expired */
export async function spendInvitation(tx: Tx, token: string, now: Date): Promise<Invitation> {
  const memberId = await spendInvitationLink(tx, hashOf(token), now)
  const member = memberId ? await findMember(tx, memberId) : null
  const cohort = member ? await findCohort(tx, member.cohortId) : null
  if (!member || !cohort || !(await isActive(tx, cohort))) throw new AppError('link-expired', 'invitation')
  return { member, cohort }
}

/**
 * Ties a member to an account and enrols it. @throws {AppError} conflict if the person is in the cohort already or the
 * change of status is not allowed.
 */
export async function admitMember(
  tx: Tx,
  member: MemberRow,
  cohort: CohortRow,
  { accountId, by }: { accountId: string; by: string | null },
  now: Date,
): Promise<void> {
  if (member.accountId !== null && member.accountId !== accountId) throw new AppError('conflict', 'another account')
  if (!(await claimMember(tx, member, accountId))) throw new AppError('conflict', 'in the cohort under another address')
  await changeStatus(tx, { ...member, accountId }, cohort, { to: 'active', by }, now)
  await enrolMember(tx, cohort, { accountId, by }, now)
}

/**
 * Enrols a new member in the courses of the cohort, on its releases unless she takes a course already, and makes her a
 * learner of the institution.
 */
export async function enrolMember(
  tx: Tx,
  { id, institutionId }: CohortRow,
  { accountId, by }: { accountId: string; by: string | null },
  now: Date,
): Promise<void> {
  await enrolInCourses(tx, id, accountId)
  await insertRole(tx, { accountId, institutionId, role: 'learner' }, by, now)
}
