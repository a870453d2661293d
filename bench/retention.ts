import { previewRetention } from '@/server/account-removal/retention'
import { closeDatabase, database } from '@/server/db/client'
import { hearStatements } from '@/tests/support/heard-statements'
import type { BenchSite } from './bench-site'
import { cpuOf, withClient } from './once'

/** The cost of looking through the country for what has expired, as each night begins. Times in seconds. */
export type RetentionFigures = {
  people: number
  /** Processor time of this process and the database together; null if the system does not report it. */
  cpuSeconds: number | null
  seconds: number
  statements: number
  /** The tables that could not be read in the time that a statement has. */
  failed: readonly string[]
}

/** Counts what has expired, and deletes nothing. */
export async function measureRetention(
  site: Pick<BenchSite, 'databaseUrl' | 'databasePid'>,
): Promise<RetentionFigures> {
  const people = await withClient(site.databaseUrl, async (client) => {
    await client.query('VACUUM ANALYZE')
    return (await client.query<{ count: number }>('select count(*)::int as count from "Account"')).rows[0]?.count ?? 0
  })
  let statements = 0
  const failed: string[] = []
  const given = database()
  database.set(hearStatements(() => statements++))
  try {
    const [cpuBefore, began] = [cpuOf(site), performance.now()]
    await previewRetention(new Date(), (table) => failed.push(table))
    const [cpuAfter, seconds] = [cpuOf(site), (performance.now() - began) / 1000]
    const cpuSeconds = cpuBefore === null || cpuAfter === null ? null : (cpuAfter - cpuBefore) / 1000
    return { people, cpuSeconds, seconds, statements, failed }
  } finally {
    await closeDatabase()
    database.set(given)
  }
}
