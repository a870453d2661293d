import 'server-only'
import type { Sql } from '../sql'

export type JobRun = { name: string; endedAt: Date | null; failedAt: Date | null }

/** Notes how a job ended; earlier runs of the same job are forgotten. */
export async function noteRun(sql: Sql, name: string, failed: boolean, now: Date): Promise<void> {
  const [endedAt, failedAt] = failed ? [null, now] : [now, null]
  await sql.$executeRaw`
    insert into "JobRun" (name, "endedAt", "failedAt") values (${name}, ${endedAt}, ${failedAt})
    on conflict (name) do update set "endedAt" = coalesce(excluded."endedAt", "JobRun"."endedAt"),
      "failedAt" = coalesce(excluded."failedAt", "JobRun"."failedAt")`
}

export async function findRuns(sql: Sql): Promise<JobRun[]> {
  return sql.$queryRaw<JobRun[]>`select name, "endedAt", "failedAt" from "JobRun" order by name`
}
