import 'server-only'
import type { Act } from '@/domain/access/act'
import type { Prisma } from '@/generated/prisma/client'
import type { Db } from './client'

export type AuditFacts = {
  act: Act
  /** Null: the server's command line. */
  actorId: string | null
  /** Whose record it is about. */
  subjectId?: string | null
  institutionId?: string | null
  reason?: string | null
  details?: Prisma.InputJsonObject
}

/** In the transaction of the act itself: neither stands without the other. */
export async function recordAct(db: Db, facts: AuditFacts, now: Date): Promise<void> {
  await db.auditEntry.create({ data: { ...facts, at: now } })
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
export type AuditRow = Prisma.AuditEntryGetPayload<{ select: typeof WITH_NAMES }>

/** The newest first, `limit` at the most, from before entry `before`. */
export async function findActs(
  db: Db,
  where: { institutionId?: string; subjectId?: string },
  { before, limit }: { before: bigint | null; limit: number },
): Promise<AuditRow[]> {
  return db.auditEntry.findMany({
    where: { ...where, ...(before !== null && { id: { lt: before } }) },
    select: WITH_NAMES,
    orderBy: { id: 'desc' },
    take: limit,
  })
}
