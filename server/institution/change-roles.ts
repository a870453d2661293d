import 'server-only'
import type { Permit } from '../auth/permit'
import { requireAnotherAdministrator } from '../auth/require-another-administrator'
import { requireInstitution } from '../auth/require-institution'
import { recordAct } from '../db/audit/audit'
import { endRole } from '../db/auth/roles'
import { db } from '../db/client'

/** Ends a role. It takes effect at the person's next request. @throws {AppError} not-found, last-administrator */
export async function revokeRole({ actor, target }: Permit<'role:end'>, now: Date): Promise<void> {
  const { accountId: subjectId, institutionId, role } = target
  await db().$transaction(async (tx) => {
    if (institutionId !== null) await requireInstitution(institutionId, tx)
    // Only the platform ends the role of an institution's administrator, and names the next one, so no check is needed
    // there.
    if (role === 'platform-administrator') await requireAnotherAdministrator(tx, subjectId, null)
    if (!(await endRole(tx, target, actor.accountId, now))) return
    const facts = { actorId: actor.accountId, subjectId, institutionId, details: { role } }
    await recordAct(tx, { act: 'role-ended', ...facts }, now)
  })
}
