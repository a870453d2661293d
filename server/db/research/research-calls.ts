import 'server-only'
import type { CallFields } from '@/domain/research/call'
import type { Day } from '@/domain/time/day'
import { Prisma } from '@/generated/prisma/client'
import type { Tx } from '../client'
import type { Sql } from '../sql'

export type CallRow = CallFields & {
  id: string
  institutionId: string
  nameArabic: string
  nameLatin: string
}

const CALL = Prisma.sql`c.id, c."institutionId", c.titles, c.texts, c.link, c.deadline::text as deadline,
  i."nameArabic", i."nameLatin" from "ResearchCall" c join "Institution" i on i.id = c."institutionId"`

/** The newest deadline first. */
export async function findCallsOf(sql: Sql, institutionId: string): Promise<CallRow[]> {
  return sql.$queryRaw`select ${CALL} where c."institutionId" = ${institutionId}::uuid order by c.deadline desc, c.id`
}

/**
 * The calls of active institutions: first the open ones by their deadline, then those that have ended, the latest
 * first.
 */
export async function findPublicCalls(sql: Sql, today: Day, limit: number): Promise<CallRow[]> {
  return sql.$queryRaw`
    select ${CALL} where i."archivedAt" is null
    order by c.deadline < ${today}::date, abs(c.deadline - ${today}::date), c.id limit ${limit}`
}

/** Locks the institution: of two people who publish at once, the second counts the call of the first. */
export async function countOpenCalls(tx: Tx, institutionId: string, today: Day): Promise<number> {
  await tx.$queryRaw`select id from "Institution" where id = ${institutionId}::uuid for update`
  return tx.researchCall.count({ where: { institutionId, deadline: { gte: new Date(today) } } })
}

export async function insertCall(tx: Tx, institutionId: string, call: CallFields, now: Date): Promise<void> {
  const { deadline, ...fields } = call
  await tx.researchCall.create({
    data: { ...fields, institutionId, deadline: new Date(deadline), publishedAt: now },
  })
}

export async function deleteCall(tx: Tx, institutionId: string, id: string): Promise<boolean> {
  return (await tx.researchCall.deleteMany({ where: { id, institutionId } })).count === 1
}
