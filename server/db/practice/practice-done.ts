import 'server-only'
import type { DoneRow, PracticeKind } from '@/domain/case/practice-kind'
import type { Sql } from '../sql'

/** The practice that a person has done, the latest first. */
export async function listDone(sql: Sql, accountId: string): Promise<DoneRow[]> {
  return sql.$queryRaw<DoneRow[]>`
    select kind, "caseId", "courseId", "firstAt", "lastAt", times from "PracticeDone"
    where "accountId" = ${accountId}::uuid order by "lastAt" desc, kind, "caseId"`
}

/** The practice that she has done or begun, the latest first: one row for each kind and file. */
export async function findPractised(
  sql: Sql,
  accountId: string,
): Promise<{ kind: PracticeKind; caseId: string; open: boolean }[]> {
  return sql.$queryRaw<{ kind: PracticeKind; caseId: string; open: boolean }[]>`
    select kind, "caseId", bool_or(open) as open from (
      select kind, "caseId", false as open, "lastAt" as at from "PracticeDone" where "accountId" = ${accountId}::uuid
      union all
      select 'grid', "caseId", true, "savedAt" from "GridAttempt"
        where "accountId" = ${accountId}::uuid and "handedInAt" is null
      union all
      select 'simulation', "caseId", true, "startedAt" from "SimulationRun"
        where "accountId" = ${accountId}::uuid and "endedAt" is null
      union all
      select 'referral', "profileId", true, "changedAt" from "ReferralPlan"
        where "accountId" = ${accountId}::uuid and "comparedAt" is null
    ) p group by kind, "caseId" order by max(at) desc, kind, "caseId"`
}

/** Notes that she has done a file. Call it in the transaction that completes it. */
export async function noteDone(
  sql: Sql,
  accountId: string,
  { kind, caseId, courseId }: Pick<DoneRow, 'kind' | 'caseId' | 'courseId'>,
  now: Date,
): Promise<void> {
  await sql.$executeRaw`
    insert into "PracticeDone" as d ("accountId", kind, "caseId", "courseId", "firstAt", "lastAt")
    values (${accountId}::uuid, ${kind}, ${caseId}, ${courseId}, ${now}, ${now})
    on conflict ("accountId", kind, "caseId") do update set "lastAt" = excluded."lastAt", times = d.times + 1`
}
