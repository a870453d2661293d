import 'server-only'
import type { InstitutionKind } from '@/domain/auth/institution-kind'
import type { InstitutionRole, PlatformRole, Role } from '@/domain/auth/role'
import type { Reviewing, RolesHeld } from '@/domain/auth/roles-held'
import type { Names } from '@/domain/person/profile'
import { readScope } from '@/domain/signoff/scope'
import { Prisma } from '@/generated/prisma/client'
import type { Db } from '../client'
import type { Sql } from '../sql'

export type StoredRoles = Pick<RolesHeld, 'platform' | 'institutions'> & {
  /** She has a second factor in force: an authenticator app that gave its first code, or a passkey. */
  enabled: boolean
  /** When a code or a passkey was last used in the browser of the session. */
  provedAt: Date | null
  /** Null if she reviews nothing, or her scope cannot be read. */
  reviewer: Reviewing | null
}
type Row = {
  reviewer: { scope: unknown; signer: string | null } | null
  institutions: { institutionId: string; kind: InstitutionKind; role: InstitutionRole }[] | null
  platform: PlatformRole[] | null
  enabled: boolean
  provedAt: Date | null
}

/** The columns of `Row`. An archived institution gives no role. */
const storedRoles = (accountId: string, sessionId: string) => Prisma.sql`
  (select json_agg(json_build_object('institutionId', i.id, 'kind', i.kind, 'role', r.role))
    from "Role" r join "Institution" i on i.id = r."institutionId"
    where r."accountId" = ${accountId}::uuid and r."endedAt" is null and i."archivedAt" is null) as institutions,
  (select json_agg(r.role) from "Role" r
    where r."accountId" = ${accountId}::uuid and r."endedAt" is null and r."institutionId" is null) as platform,
  (select json_build_object('scope', r.scope, 'signer', r.signer) from "Role" r
    where r."accountId" = ${accountId}::uuid and r."endedAt" is null and r.role = 'reviewer' limit 1) as reviewer,
  (exists (select 1 from "SecondFactor" f
    where f."accountId" = ${accountId}::uuid and f."confirmedAt" is not null)
    or exists (select 1 from "Passkey" p where p."accountId" = ${accountId}::uuid)) as enabled,
  (select s."provedAt" from "Session" s where s.id = ${sessionId}::uuid) as "provedAt"`

/** The roles and the second factor of a signed-in person, in one query. */
export async function findStoredRoles(sql: Sql, accountId: string, sessionId: string): Promise<StoredRoles> {
  return (await findRolesWith(sql, { accountId, sessionId }, Prisma.sql`true as found`)).roles
}

/** The same with more columns about her, to save a page a second query. `more`: null if the database gave no row. */
export async function findRolesWith<T>(
  sql: Sql,
  { accountId, sessionId }: { accountId: string; sessionId: string },
  columns: Prisma.Sql,
): Promise<{ roles: StoredRoles; more: T | null }> {
  const [row] = await sql.$queryRaw<(Row & T)[]>(Prisma.sql`select ${storedRoles(accountId, sessionId)}, ${columns}`)
  const roles = {
    institutions: row?.institutions ?? [],
    platform: row?.platform ?? [],
    enabled: row?.enabled ?? false,
    provedAt: row?.provedAt ?? null,
    reviewer: reviewingOf(row?.reviewer ?? null),
  }
  return { roles, more: row ?? null }
}

function reviewingOf(stored: Row['reviewer']): Reviewing | null {
  const scope = readScope(stored?.scope)
  return scope && stored?.signer ? { scope, signer: stored.signer } : null
}

type Grant = { accountId: string; institutionId: string | null; role: Role }
/** `reviewer`: the additional data of a reviewer's role. */
type NewRole = Grant & { reviewer?: Reviewing | undefined }

/** The unique key of a role while it is held. */
export const heldKey = ({ accountId, institutionId, role }: Grant) =>
  `${accountId} ${institutionId ?? 'platform'} ${role}`

/** Gives a role; one that is held already stays as it is. @returns whether it is new. */
export async function insertRole(
  db: Db,
  { reviewer, ...grant }: NewRole,
  by: string | null,
  now: Date,
): Promise<boolean> {
  const row = { ...grant, ...reviewer, held: heldKey(grant), grantedById: by, grantedAt: now }
  return (await db.role.createMany({ data: [row], skipDuplicates: true })).count === 1
}

/** The identifier of a reviewer, from her latest role as one; null if she has never been one. */
export async function findSigner(db: Db, accountId: string): Promise<string | null> {
  const where = { accountId, signer: { not: null } }
  return (await db.role.findFirst({ where, select: { signer: true }, orderBy: { grantedAt: 'desc' } }))?.signer ?? null
}

/** True if the identifier belongs to somebody, or stands in a signature, a comment or a proposal. */
export async function isSignerTaken(db: Db, signer: string): Promise<boolean> {
  const rows = await db.$queryRaw<{ taken: boolean }[]>`
    select exists (select 1 from "Role" where signer = ${signer})
      or exists (select 1 from "EditorialSignature" where signer = ${signer})
      or exists (select 1 from "EditorialComment" where signer = ${signer})
      or exists (select 1 from "EditorialProposal" where signer = ${signer}) as taken`
  return rows[0]?.taken ?? false
}

/** @returns whether the role was held. */
export async function endRole(db: Db, grant: Grant, by: string | null, now: Date): Promise<boolean> {
  const { count } = await db.role.updateMany({
    where: { held: heldKey(grant) },
    data: { held: null, endedAt: now, endedById: by },
  })
  return count === 1
}

export type RoleRow = {
  accountId: string
  role: Role
  grantedAt: Date
  nameArabic: string
  nameLatin: string
  email: string
}

/** The people who hold roles in an institution now, or (null) on the platform. */
export async function findRoleHolders(db: Db, institutionId: string | null): Promise<RoleRow[]> {
  const rows = await db.role.findMany({
    where: { institutionId, endedAt: null },
    select: {
      accountId: true,
      role: true,
      grantedAt: true,
      account: { select: { nameArabic: true, nameLatin: true, email: true } },
    },
    orderBy: [{ account: { nameLatin: 'asc' } }, { accountId: 'asc' }, { grantedAt: 'asc' }],
  })
  return rows.map(({ account, role, ...row }) => ({ ...row, ...account, role: role as Role }))
}

export async function belongs(db: Db, accountId: string, institutionId: string): Promise<boolean> {
  return (await db.role.count({ where: { accountId, institutionId, endedAt: null } })) > 0
}

/** Whether an account has a role of the platform or of another institution. Those of archived ones count too. */
export async function hasRoleElsewhere(db: Db, accountId: string, institutionId: string): Promise<boolean> {
  const elsewhere = { OR: [{ institutionId: null }, { institutionId: { not: institutionId } }] }
  return (await db.role.count({ where: { accountId, endedAt: null, ...elsewhere } })) > 0
}

export async function holdsRole(db: Db, grant: Grant): Promise<boolean> {
  return (await db.role.count({ where: { held: heldKey(grant) } })) > 0
}

/** The roles of a person in an institution or (null) on the platform. */
export async function findRolesIn(db: Db, accountId: string, institutionId: string | null): Promise<Role[]> {
  const where = { accountId, institutionId, endedAt: null }
  const rows = await db.role.findMany({ where, select: { role: true }, orderBy: { grantedAt: 'asc' } })
  return rows.map(({ role }) => role as Role)
}

export type RoleOf = { institutionId: string | null; institution: Names | null; role: Role; grantedAt: Date }

/** The roles of a person in active institutions and on the platform. */
export async function findRolesOf(db: Db, accountId: string): Promise<RoleOf[]> {
  const institution = { select: { nameArabic: true, nameLatin: true } }
  const rows = await db.role.findMany({
    where: { accountId, endedAt: null, OR: [{ institutionId: null }, { institution: { archivedAt: null } }] },
    select: { institutionId: true, institution, role: true, grantedAt: true },
    orderBy: [{ grantedAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({ ...row, role: row.role as Role }))
}

/** The active institutions that the person administers. */
export async function findAdministered(db: Db, accountId: string): Promise<string[]> {
  const where = { accountId, role: 'administrator', endedAt: null, institution: { archivedAt: null } }
  const rows = await db.role.findMany({ where, select: { institutionId: true }, orderBy: { institutionId: 'asc' } })
  return rows.flatMap(({ institutionId }) => institutionId ?? [])
}

/**
 * Locks the roles of the administrators of an institution or (null) of the platform until the transaction ends: if two
 * administrators end each other's role, they take turns, and the second is then the last one.
 *
 * @returns the administrators' accounts that can sign in.
 */
export async function lockAdministrators(sql: Sql, institutionId: string | null): Promise<string[]> {
  const role = institutionId === null ? 'platform-administrator' : 'administrator'
  const rows = await sql.$queryRaw<{ accountId: string }[]>`
    select r."accountId" from "Role" r join "Account" a on a.id = r."accountId"
    where r.role = ${role} and r."institutionId" is not distinct from ${institutionId}::uuid
      and r."endedAt" is null and a."disabledAt" is null
    order by r.id for update of r`
  return rows.map(({ accountId }) => accountId)
}
