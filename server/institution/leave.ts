import 'server-only'
import { CURRENT_STATUSES, SEATED } from '@/domain/cohort/membership'
import { AppError } from '@/domain/errors'
import { GUARDED_ROLES, type Role } from '@/domain/institution/role'
import type { Permit } from '../auth/permit'
import { changeStatus } from '../cohort/people/change-status'
import { promoteFromWaitlist } from '../cohort/people/waitlist'
import { lockAccount } from '../db/accounts'
import { recordAct } from '../db/audit'
import { db, type Tx } from '../db/client'
import { findMember, findPlacesIn } from '../db/cohort-members'
import { lockCohort } from '../db/cohorts'
import { deleteConfirmation } from '../db/confirmations'
import { endInvitations } from '../db/invitations'
import { endRole, findRolesIn } from '../db/roles'
import { wake } from '../jobs/wake'
import { requireAnotherAdministrator } from './require-another-administrator'

const ADMINISTERING: readonly Role[] = ['administrator', 'platform-administrator']

/**
 * Ends all that she is in an institution or (null) on the platform: her roles, her places in its cohorts, and its word that she
 * is who she says she is. What she has learnt, answered and earned stays hers; certificates keep what they say. A second press
 * changes nothing.
 *
 * @throws {AppError} last-administrator; conflict where a role came in meanwhile that asks for her second factor.
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
    // As for a confirmation: these take turns.
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

/** Also out of cohorts that are over or archived: nobody there follows her any more. Free seats go to who waits. */
async function leaveCohorts(tx: Tx, accountId: string, institutionId: string, now: Date): Promise<void> {
  for (const { id, cohortId } of await findPlacesIn(tx, accountId, institutionId)) {
    const cohort = await lockCohort(tx, cohortId)
    if (!cohort) continue
    // Before her place, as in accepting: who accepts at this moment would else wait for us, and we for her.
    await endInvitations(tx, id, now)
    const member = await findMember(tx, id)
    if (!member || !CURRENT_STATUSES.includes(member.status)) continue
    await changeStatus(tx, member, cohort, { to: 'withdrawn', by: accountId }, now)
    // It is not she who gives the seat on: her name is not for who gets it.
    if (SEATED.includes(member.status) && !cohort.archivedAt) await promoteFromWaitlist(tx, cohort, null, now)
  }
}
