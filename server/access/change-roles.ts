import 'server-only'
import type { Permit } from '../auth/permit'
import { recordAct } from '../db/audit'
import { db } from '../db/client'
import { endRole, insertRole } from '../db/roles'

/** Gives the role the permit names. One that is held already stays as it is, and nothing is written. */
export async function grantRole({ actor, target }: Permit<'role:grant'>, now: Date): Promise<void> {
  const { accountId: subjectId, institutionId, role } = target
  await db().$transaction(async (tx) => {
    if (!(await insertRole(tx, target, actor.accountId, now))) return
    const facts = { actorId: actor.accountId, subjectId, institutionId, details: { role } }
    await recordAct(tx, { act: 'role-granted', ...facts }, now)
  })
}

/** Ends it at her next request. */
export async function takeRole({ actor, target }: Permit<'role:end'>, now: Date): Promise<void> {
  const { accountId: subjectId, institutionId, role } = target
  await db().$transaction(async (tx) => {
    if (!(await endRole(tx, target, actor.accountId, now))) return
    const facts = { actorId: actor.accountId, subjectId, institutionId, details: { role } }
    await recordAct(tx, { act: 'role-ended', ...facts }, now)
  })
}
