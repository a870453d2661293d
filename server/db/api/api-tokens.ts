import 'server-only'
import type { Db, Tx } from '../client'
import type { Sql } from '../sql'

export type TokenRow = {
  id: string
  name: string
  ending: string
  allCohorts: boolean
  cohortIds: string[]
  createdAt: Date
  expiresAt: Date
  revokedAt: Date | null
  lastUsedAt: Date | null
}

const SHOWN = {
  ...{ id: true, name: true, ending: true, allCohorts: true, cohortIds: true },
  ...{ createdAt: true, expiresAt: true, revokedAt: true, lastUsedAt: true },
} as const

/** The tokens of an institution, the newest first. */
export async function findTokensOf(db: Db, institutionId: string): Promise<TokenRow[]> {
  const orderBy = [{ createdAt: 'desc' as const }, { id: 'desc' as const }]
  return db.apiToken.findMany({ where: { institutionId }, select: SHOWN, orderBy, take: 200 })
}

/**
 * Locks the institution: of two people who make a token at once, the second counts that of the first. @returns how many
 * are in use
 */
export async function lockTokensOf(tx: Tx, institutionId: string, now: Date): Promise<number> {
  await tx.$queryRaw`select id from "Institution" where id = ${institutionId}::uuid for update`
  return tx.apiToken.count({ where: { institutionId, revokedAt: null, expiresAt: { gt: now } } })
}

type NewToken = Omit<TokenRow, 'revokedAt' | 'lastUsedAt'> & {
  institutionId: string
  hash: string
  createdById: string
}

/** @returns false if the token exists already. */
export async function insertToken(tx: Tx, token: NewToken): Promise<boolean> {
  return (await tx.apiToken.createMany({ data: [token], skipDuplicates: true })).count === 1
}

/** @returns its name; null if the institution has no such token, or it was revoked already. */
export async function revokeTokenRow(
  tx: Tx,
  { id, institutionId }: { id: string; institutionId: string },
  now: Date,
): Promise<string | null> {
  const where = { id, institutionId, revokedAt: null }
  const [row] = await tx.apiToken.updateManyAndReturn({ where, data: { revokedAt: now }, select: { name: true } })
  return row?.name ?? null
}

type PresentedToken = {
  id: string
  institutionId: string
  name: string
  allCohorts: boolean
  cohortIds: string[]
  expiresAt: Date
  revokedAt: Date | null
  lastUsedAt: Date | null
  archived: boolean
}

export async function findToken(sql: Sql, hash: string): Promise<PresentedToken | null> {
  const rows = await sql.$queryRaw<PresentedToken[]>`
    select t.id, t."institutionId", t.name, t."allCohorts",
      t."cohortIds", t."expiresAt", t."revokedAt", t."lastUsedAt",
      i."archivedAt" is not null as archived
    from "ApiToken" t join "Institution" i on i.id = t."institutionId" where t.hash = ${hash}`
  return rows[0] ?? null
}

/** Notes the use, unless one was noted since `before`. */
export async function noteTokenUse(sql: Sql, id: string, before: Date, now: Date): Promise<void> {
  await sql.$executeRaw`
    update "ApiToken" set "lastUsedAt" = ${now}::timestamptz
    where id = ${id}::uuid and ("lastUsedAt" is null or "lastUsedAt" < ${before}::timestamptz)`
}
