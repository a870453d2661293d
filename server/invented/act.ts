import 'server-only'
import type { Act } from '@/domain/access/act'
import type { Role } from '@/domain/access/role'
import { heldKey } from '../db/roles'
import type { Filling } from './filling'

type Recorded = {
  act: Act
  at: Date
  actorId: string | null
  subjectId?: string | null
  institutionId: string | null
  details?: Readonly<Record<string, string>>
}

export function addAct({ tables }: Filling, { subjectId = null, details = {}, ...act }: Recorded): void {
  tables.AuditEntry.push({ ...act, subjectId, reason: null, details: JSON.stringify(details) })
}

type Grant = { accountId: string; institutionId: string | null; role: Role }

/** @param by null: the server's command line. */
export function addRole({ tables, roll }: Filling, grant: Grant, by: string | null, at: Date): void {
  const id = roll.uuid(at)
  const held = heldKey(grant)
  tables.Role.push({ id, ...grant, held, grantedAt: at, grantedById: by, endedAt: null, endedById: null })
}

/** A role that one person gives another, with its entry in the audit. */
export function grantRole(filling: Filling, grant: Grant, by: string | null, at: Date): void {
  const { accountId: subjectId, institutionId, role } = grant
  addRole(filling, grant, by, at)
  addAct(filling, { act: 'role-granted', at, actorId: by, subjectId, institutionId, details: { role } })
}
