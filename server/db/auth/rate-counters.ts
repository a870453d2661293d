import 'server-only'
import type { Db } from '../client'
import type { Sql } from '../sql'

/**
 * Adds one hit to the window that ends at `windowEnd`, and returns the number of hits, this one included. Atomic across
 * servers.
 */
export async function addHit(sql: Sql, key: string, windowEnd: Date): Promise<number> {
  const rows = await sql.$queryRaw<{ hits: number }[]>`
    insert into "RateCounter" (key, "windowEnd", hits) values (${key}, ${windowEnd}, 1)
    on conflict (key, "windowEnd") do update set hits = "RateCounter".hits + 1
    returning hits`
  return rows[0]?.hits ?? 1
}

export async function findHits(db: Db, key: string, windowEnd: Date): Promise<number> {
  return (await db.rateCounter.findUnique({ where: { key_windowEnd: { key, windowEnd } } }))?.hits ?? 0
}

export async function dropOldHits(db: Db, before: Date): Promise<void> {
  await db.rateCounter.deleteMany({ where: { windowEnd: { lt: before } } })
  await db.signInFailure.deleteMany({ where: { lastAt: { lt: before } } })
}

export type FailureRow = { failures: number; lockedUntil: Date | null; admitted: boolean }

/**
 * Counts an attempt before its password is checked, so that a burst of parallel attempts cannot slip through. An
 * attempt during a lock is not admitted and not counted. `freshAfter`: older rows start again at one.
 *
 * @param lockSeconds by number of failures: index 0 is the first failure; the last entry applies to all later ones.
 */
export async function countAttempt(
  sql: Sql,
  key: string,
  now: Date,
  freshAfter: Date,
  lockSeconds: readonly number[],
): Promise<FailureRow> {
  const rows = await sql.$queryRaw<FailureRow[]>`
    with tried as (
      insert into "SignInFailure" as f (key, failures, "lastAt", "lockedUntil")
      values (${key}, 1, ${now}, ${now}::timestamptz + make_interval(secs => (${lockSeconds}::float8[])[1]))
      on conflict (key) do update set
        failures = case when f."lastAt" < ${freshAfter} then 1 else f.failures + 1 end,
        "lastAt" = ${now},
        "lockedUntil" = ${now}::timestamptz + make_interval(secs => (${lockSeconds}::float8[])[
          least(case when f."lastAt" < ${freshAfter} then 1 else f.failures + 1 end, ${lockSeconds.length}::int)])
      where f."lockedUntil" is null or f."lockedUntil" <= ${now}
      returning failures, "lockedUntil", true as admitted
    )
    select failures, "lockedUntil", admitted from tried
    union all
    select failures, "lockedUntil", false from "SignInFailure"
    where key = ${key} and not exists (select 1 from tried)`
  return rows[0] ?? { failures: 1, lockedUntil: null, admitted: true }
}

/** Undoes the count of an attempt whose password was not checked after all, and the lock that it set. */
export async function uncountAttempt(sql: Sql, key: string, now: Date): Promise<void> {
  await sql.$executeRaw`
    update "SignInFailure" set failures = greatest(failures - 1, 0), "lockedUntil" = least("lockedUntil", ${now})
    where key = ${key}`
}

export async function forgetFailures(db: Db, key: string): Promise<void> {
  await db.signInFailure.deleteMany({ where: { key } })
}
