import 'server-only'
import type { Sql } from '../sql'

/** `underWay`: she is sitting an exam of the course. */
export type BankState = { openedAt: Date | null; underWay: boolean }

export async function findBankState(sql: Sql, accountId: string, courseId: string): Promise<BankState> {
  const rows = await sql.$queryRaw<BankState[]>`
    select (select "openedAt" from "BankOpening" where "accountId" = ${accountId}::uuid and "courseId" = ${courseId})
        as "openedAt",
      exists (select 1 from "Enrolment" e join "Attempt" a on a."enrolmentId" = e.id
        where e."accountId" = ${accountId}::uuid and e."courseId" = ${courseId} and a."handedInAt" is null)
        as "underWay"`
  return rows[0] ?? { openedAt: null, underWay: false }
}

/**
 * Keeps the person from opening this bank and beginning its exam at the same time: until the transaction ends, a second
 * transaction waits, and then sees what the first one stored.
 */
export async function lockBank(sql: Sql, accountId: string, courseId: string): Promise<void> {
  await sql.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`bank ${accountId} ${courseId}`}, 0))::text`
}

export async function insertBankOpening(sql: Sql, accountId: string, courseId: string, now: Date): Promise<void> {
  await sql.$executeRaw`
    insert into "BankOpening" ("accountId", "courseId", "openedAt")
    values (${accountId}::uuid, ${courseId}, ${now}) on conflict do nothing`
}
