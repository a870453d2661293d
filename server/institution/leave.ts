import 'server-only'
import { GUARDED_ROLES, type Role } from '@/domain/auth/role'
import { CURRENT_STATUSES, SEATED } from '@/domain/cohort/membership'
import { AppError } from '@/domain/errors'
import type { Permit } from '../auth/permit'
import { requireAnotherAdministrator } from '../auth/require-another-administrator'
import { changeStatus } from '../cohort/people/change-status'
import { promoteFromWaitlist } from '../cohort/people/waitlist'
import { lockAccount } from '../db/account/accounts'
import { recordAct } from '../db/audit/audit'
import { endRole, findRolesIn } from '../db/auth/roles'
import { db, type Tx } from '../db/client'
import { findMember, findPlacesIn } from '../db/cohort/cohort-members'
import { lockCohort } from '../db/cohort/cohorts'
import { endInvitations } from '../db/cohort/invitations'
import { deleteConfirmation } from '../db/institution/confirmations'
import { wake } from '../queue/wake'

const ADMINISTERING: readonly Role[] = ['administrator', 'platform-administrator']

/**
 * Ends all that ties the person to an institution or (null) to the platform: her roles, her places in its cohorts, and
 * its confirmation of her identity. Her progress, answers and certificates stay, and certificates keep their text.
 * Idempotent.
 *
 * @throws {AppError} last-administrator; conflict if she was given a role in the meantime that requires her second
 * factor.
 */
export async function leave(
  { actor, target }: Permit<'role:leave'>,
  institutionId: string | null,
  now: Date,
): Promise<void> {
  const { accountId } = actor
  await db().$transaction(async (tx) => {
    const roles = await findRolesIn(tx, accountId, institutionId)
    if (!target.guarded && roles.some((role) => GUARDED_ROLES.includes(role))) throw new AppError('conflict', 'guarded')
    if (roles.some((role) => ADMINISTERING.includes(role)))
      await requireAnotherAdministrator(tx, accountId, institutionId)
    if (institutionId !== null) await leaveCohorts(tx, accountId, institutionId, now)
    // Locks the account, as a confirmation does, so that the two cannot run at once.
    await lockAccount(tx, accountId)
    for (const role of roles) await endOne(tx, { accountId, institutionId, role }, now)
    if (institutionId !== null) await deleteConfirmation(tx, accountId, institutionId)
  })
  await wake('mail')
}

async function endOne(
  tx: Tx,
  held: { accountId: string; institutionId: string | null; role: Role },
  now: Date,
): Promise<void> {
  const { accountId, institutionId, role } = held
  if (!(await endRole(tx, held, accountId, now))) return
  const facts = { actorId: accountId, subjectId: accountId, institutionId, details: { role } }
  await recordAct(tx, { act: 'role-left', ...facts }, now)
}

/**
 * Also leaves cohorts that are over or archived, so that nobody there follows her any more. Free seats go to the
 * waitlist.
 */
async function leaveCohorts(tx: Tx, accountId: string, institutionId: string, now: Date): Promise<void> {
  for (const { id, cohortId } of await findPlacesIn(tx, accountId, institutionId)) {
    const cohort = await lockCohort(tx, cohortId)
    if (!cohort) continue
    // Lock the invitations before the member, as when an invitation is accepted. In the other order two transactions
    // could deadlock.
    await endInvitations(tx, id, now)
    const member = await findMember(tx, id)
    if (!member || !CURRENT_STATUSES.includes(member.status)) continue
    await changeStatus(tx, member, cohort, { to: 'withdrawn', by: accountId }, now)
    // Her name must not appear in the audit log of the person who gets her seat.
    if (SEATED.includes(member.status)) await promoteFromWaitlist(tx, cohort, null, now)
  }
}
