import 'server-only'
import type { Db } from '../client'
import type { Sql } from '../sql'

/**
 * Stores, once for an attempt, that its person wants to be told when she may try again. A second press changes nothing.
 */
export async function insertTryAgain(sql: Sql, attemptId: string, opensAt: Date, now: Date): Promise<void> {
  await sql.$executeRaw`
    insert into "TryAgain" ("attemptId", "askedAt", "opensAt")
    select t.id, ${now}::timestamptz, ${opensAt}::timestamptz from "Attempt" t where t.id = ${attemptId}::uuid
    on conflict ("attemptId") do nothing`
}

export async function deleteTryAgain(db: Db, attemptIds: readonly string[]): Promise<void> {
  await db.tryAgain.deleteMany({ where: { attemptId: { in: [...attemptIds] } } })
}

export async function hasAskedToTryAgain(db: Db, attemptId: string): Promise<boolean> {
  return (await db.tryAgain.count({ where: { attemptId } })) > 0
}

export type WaitingToTry = { attemptId: string; accountId: string; courseId: string }

/** The requests whose wait is over, in the order of attempts, from the one after `after`. */
export async function findWaitsOver(sql: Sql, after: string, limit: number, now: Date): Promise<WaitingToTry[]> {
  return sql.$queryRaw<WaitingToTry[]>`
    select w."attemptId", e."accountId", e."courseId"
    from "TryAgain" w join "Attempt" t on t.id = w."attemptId" join "Enrolment" e on e.id = t."enrolmentId"
    where w."toldAt" is null and w."opensAt" <= ${now} and w."attemptId" > ${after}::uuid
    order by w."attemptId" limit ${limit}`
}

/** @returns false if another process has told her. */
export async function markTold(db: Db, attemptId: string, now: Date): Promise<boolean> {
  const { count } = await db.tryAgain.updateMany({ where: { attemptId, toldAt: null }, data: { toldAt: now } })
  return count === 1
}

export async function postponeTryAgain(db: Db, attemptId: string, opensAt: Date): Promise<void> {
  await db.tryAgain.updateMany({ where: { attemptId, toldAt: null }, data: { opensAt } })
}
