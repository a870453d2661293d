import 'server-only'
import type { Act } from '@/domain/audit/act'
import type { Role } from '@/domain/auth/role'
import { offerExpiry } from '@/domain/auth/role-offer'
import type { Reviewing } from '@/domain/auth/roles-held'
import { offerKey } from '@/server/db/auth/role-offers'
import { heldKey } from '@/server/db/auth/roles'
import type { TableBatch } from './table-batch'

type Recorded = {
  act: Act
  at: Date
  actorId: string | null
  subjectId?: string | null
  institutionId: string | null
  reason?: string
  details?: Readonly<Record<string, string>>
}

export function addAct({ tables }: TableBatch, { subjectId = null, reason, details = {}, ...act }: Recorded): void {
  tables.AuditEntry.push({ ...act, subjectId, reason: reason ?? null, details: JSON.stringify(details) })
}

type Grant = { accountId: string; institutionId: string | null; role: Role; review?: Reviewing }

/** @param by null for the server's command line. */
export function addRole({ tables, rng }: TableBatch, { review, ...grant }: Grant, by: string | null, at: Date): void {
  const id = rng.uuid(at)
  const held = heldKey(grant)
  const reviewer = { scope: review ? JSON.stringify(review.scope) : null, signer: review?.signer ?? null }
  tables.Role.push({ id, ...grant, ...reviewer, held, grantedAt: at, grantedById: by, endedAt: null, endedById: null })
}

/** A role that one person offered and another accepted at once, with its entries in the audit log. */
export function addAcceptedRole(batch: TableBatch, grant: Grant, by: string | null, at: Date): void {
  const { accountId, institutionId, role } = grant
  addRole(batch, grant, by, at)
  addAct(batch, { act: 'role-offered', at, actorId: by, institutionId, details: { role } })
  addAct(batch, {
    act: 'role-accepted',
    at,
    actorId: accountId,
    subjectId: accountId,
    institutionId,
    details: { role },
  })
}

type Offered = { email: string; institutionId: string; role: Role; nameArabic?: string; nameLatin?: string }

/** An offered role that has not been answered yet, with the letter that announced it. */
export function addOffer(
  { tables, rng }: TableBatch,
  { email, institutionId, role, nameArabic = '', nameLatin = '' }: Offered,
  offeredById: string,
  at: Date,
): void {
  const open = offerKey({ email, institutionId, role })
  const names = { nameArabic, nameLatin }
  const made = { offeredAt: at, offeredById, expiresAt: offerExpiry(at), toldAt: at }
  tables.RoleOffer.push({
    id: rng.uuid(at),
    email,
    institutionId,
    role,
    open,
    ...names,
    ...made,
    outcome: null,
    endedAt: null,
  })
}
