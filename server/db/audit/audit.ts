import 'server-only'
import type { Act } from '@/domain/audit/act'
import type { Prisma } from '@/generated/prisma/client'
import type { Db } from '../client'
import type { Sql } from '../sql'

export type AuditFacts = {
  act: Act
  /** Null for the server's command line. */
  actorId: string | null
  /** The account that the act is about. */
  subjectId?: string | null
  institutionId?: string | null
  reason?: string | null
  details?: Prisma.InputJsonObject
}

/** Call it in the transaction of the act itself, so that neither exists without the other. */
export async function recordAct(db: Db, facts: AuditFacts, now: Date): Promise<void> {
  await db.auditEntry.create({ data: { ...facts, at: now } })
}

/** One act about several people, otherwise like recordAct. */
export async function recordActs(db: Db, facts: readonly AuditFacts[], now: Date): Promise<void> {
  await db.auditEntry.createMany({ data: facts.map((act) => ({ ...act, at: now })) })
}

const WITH_NAMES = {
  id: true,
  at: true,
  act: true,
  actorId: true,
  subjectId: true,
  reason: true,
  details: true,
  actor: { select: { nameArabic: true, nameLatin: true } },
  subject: { select: { nameArabic: true, nameLatin: true } },
  institution: { select: { nameArabic: true, nameLatin: true } },
} as const
type Stored = Prisma.AuditEntryGetPayload<{ select: typeof WITH_NAMES }>
export type AuditRow = Omit<Stored, 'act'> & { act: Act }

/** The newest first, at most `limit`, older than the entry `before`. */
export async function findActs(
  db: Db,
  where: Prisma.AuditEntryWhereInput,
  { before, limit }: { before: bigint | null; limit: number },
): Promise<AuditRow[]> {
  const rows = await db.auditEntry.findMany({
    where: { ...where, ...(before !== null && { id: { lt: before } }) },
    select: WITH_NAMES,
    orderBy: { id: 'desc' },
    take: limit,
  })
  return rows.map((row) => ({ ...row, act: row.act as Act }))
}

/**
 * Removes from a person's entries the parts that the database allows to be forgotten: her identity, and the reasons why
 * others did something about her.
 */
export async function forgetInAudit(db: Db, accountId: string): Promise<void> {
  await db.auditEntry.updateMany({ where: { subjectId: accountId }, data: { subjectId: null, reason: null } })
  await db.auditEntry.updateMany({ where: { actorId: accountId }, data: { actorId: null } })
}

type Views = {
  act: Extract<Act, `${string}-viewed`>
  actorId: string
  subjectIds: readonly string[]
  institutionId: string | null
  reason: string | null
}

/**
 * Records that the actor looked at these people's records, once for each of them from `since` on. Looking at her own is
 * not recorded.
 */
export async function recordViews(
  sql: Sql,
  { act, actorId, subjectIds, institutionId, reason }: Views,
  since: Date,
  now: Date,
) {
  await sql.$executeRaw`
    insert into "AuditEntry" (at, act, "actorId", "subjectId", "institutionId", reason)
    select ${now}::timestamptz, ${act}, ${actorId}::uuid, s.id, ${institutionId}::uuid, ${reason}
    from unnest(${[...subjectIds]}::uuid[]) as s(id)
    where s.id <> ${actorId}::uuid and not exists (
      select 1 from "AuditEntry" a where a."subjectId" = s.id and a.at >= ${since}
        and a.act = ${act} and a."actorId" = ${actorId}::uuid)`
}

/** Records that the actor opened a list that is about nobody in particular, once from `since` on. */
export async function recordListed(sql: Sql, act: Act, actorId: string, since: Date, now: Date): Promise<void> {
  await sql.$executeRaw`
    insert into "AuditEntry" (at, act, "actorId")
    select ${now}::timestamptz, ${act}, ${actorId}::uuid
    where not exists (select 1 from "AuditEntry" a where a."actorId" = ${actorId}::uuid and a.at >= ${since}
      and a.act = ${act})`
}
