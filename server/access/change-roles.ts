import 'server-only'
import { rolesIn } from '@/domain/access/role'
import { AppError } from '@/domain/errors'
import type { Permit } from '../auth/permit'
import { recordAct } from '../db/audit'
import { db } from '../db/client'
import { endRole, insertRole } from '../db/roles'
import { requireInstitution } from './institutions'
import { requireAnotherAdministrator } from './require-another-administrator'

/**
 * Gives the role the permit names. One that is held already stays as it is, and nothing is written.
 *
 * @throws {AppError} not-found; invalid-input where the institution has no such role.
 */
export async function grantRole({ actor, target }: Permit<'role:grant'>, now: Date): Promise<void> {
  const { accountId: subjectId, institutionId, role } = target
  await db().$transaction(async (tx) => {
    if (institutionId !== null) {
      const { kind } = await requireInstitution(institutionId, tx)
      if (!rolesIn(kind).some((one) => one === role)) throw new AppError('invalid-input', `a ${role} in a ${kind}`)
    }
    if (!(await insertRole(tx, target, actor.accountId, now))) return
    const facts = { actorId: actor.accountId, subjectId, institutionId, details: { role } }
    await recordAct(tx, { act: 'role-granted', ...facts }, now)
  })
}

/** Ends it at her next request. @throws {AppError} not-found, last-administrator */
export async function takeRole({ actor, target }: Permit<'role:end'>, now: Date): Promise<void> {
  const { accountId: subjectId, institutionId, role } = target
  await db().$transaction(async (tx) => {
    if (institutionId !== null) await requireInstitution(institutionId, tx)
    if (role === 'platform-administrator') await requireAnotherAdministrator(tx, subjectId)
    if (!(await endRole(tx, target, actor.accountId, now))) return
    const facts = { actorId: actor.accountId, subjectId, institutionId, details: { role } }
    await recordAct(tx, { act: 'role-ended', ...facts }, now)
  })
}
