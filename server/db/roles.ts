import 'server-only'
import type { InstitutionKind } from '@/domain/access/institution'
import type { InstitutionRole, PlatformRole, Role } from '@/domain/access/role'
import type { Standing } from '@/domain/access/standing'
import type { Db } from './client'

export type RolesHeld = Pick<Standing, 'platform' | 'institutions'> & {
  /** An authenticator is set up and has proved itself. */
  enabled: boolean
  /** When the session's browser last gave a code. */
  provedAt: Date | null
}
type Row = {
  institutions: { institutionId: string; kind: InstitutionKind; role: InstitutionRole }[] | null
  platform: PlatformRole[] | null
  enabled: boolean
  provedAt: Date | null
}

/** What a signed-in person is, in one query. An archived institution gives no role. */
export async function findRolesHeld(db: Db, accountId: string, sessionId: string): Promise<RolesHeld> {
  const rows = await db.$queryRaw<Row[]>`
    select
      (select json_agg(json_build_object('institutionId', i.id, 'kind', i.kind, 'role', r.role))
        from "Role" r join "Institution" i on i.id = r."institutionId"
        where r."accountId" = ${accountId}::uuid and r."endedAt" is null and i."archivedAt" is null) as institutions,
      (select json_agg(r.role) from "Role" r
        where r."accountId" = ${accountId}::uuid and r."endedAt" is null and r."institutionId" is null) as platform,
      exists (select 1 from "SecondFactor" f
        where f."accountId" = ${accountId}::uuid and f."confirmedAt" is not null) as enabled,
      (select s."provedAt" from "Session" s where s.id = ${sessionId}::uuid) as "provedAt"`
  const row = rows[0]
  return {
    institutions: row?.institutions ?? [],
    platform: row?.platform ?? [],
    enabled: row?.enabled ?? false,
    provedAt: row?.provedAt ?? null,
  }
}

type Grant = { accountId: string; institutionId: string | null; role: Role }

/** Names a role while it lasts. */
export const heldKey = ({ accountId, institutionId, role }: Grant) =>
  `${accountId} ${institutionId ?? 'platform'} ${role}`

/** Gives a role; one that is held already stays as it is. @returns whether it is new. */
export async function insertRole(db: Db, grant: Grant, by: string | null, now: Date): Promise<boolean> {
  const row = { ...grant, held: heldKey(grant), grantedById: by, grantedAt: now }
  return (await db.role.createMany({ data: [row], skipDuplicates: true })).count === 1
}

/** @returns whether it was held. */
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

/** Who holds roles in an institution now, or (null) on the platform. */
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

/**
 * Locks the roles of those who administer the platform until the transaction ends: two who would end each other's take
 * turns, and the second finds herself alone.
 *
 * @returns the accounts of those who can enter.
 */
export async function lockPlatformAdministrators(db: Db): Promise<string[]> {
  const rows = await db.$queryRaw<{ accountId: string }[]>`
    select r."accountId" from "Role" r join "Account" a on a.id = r."accountId"
    where r.role = 'platform-administrator' and r."institutionId" is null and r."endedAt" is null and a."disabledAt" is null
    order by r.id for update of r`
  return rows.map(({ accountId }) => accountId)
}
