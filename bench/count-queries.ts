import { readFileSync, statSync } from 'node:fs'
import pg from 'pg'
import type { BenchSite } from './bench-site'
import type { Deed } from './load'

const STATEMENT = /LOG: {2}(?:execute [^:]+|statement): /g

/**
 * The number of statements that one deed sends to the database once the server's caches are warm. BEGIN and COMMIT
 * count too.
 */
export async function countQueries(
  { databaseUrl, databaseLog }: Pick<BenchSite, 'databaseUrl' | 'databaseLog'>,
  deeds: Readonly<Record<string, Deed>>,
): Promise<Record<string, number>> {
  const admin = new pg.Client({ connectionString: databaseUrl })
  await admin.connect()
  // The setting applies to the whole server, which belongs to the bench.
  await admin.query("ALTER SYSTEM SET log_statement = 'all'")
  await reload(admin, 'all')
  const counts: Record<string, number> = {}
  try {
    for (const [name, deed] of Object.entries(deeds)) counts[name] = await count(deed, databaseLog)
  } finally {
    await admin.query('ALTER SYSTEM RESET log_statement')
    await reload(admin, 'none')
    await admin.end()
  }
  return counts
}

/**
 * The reload signals all connections at once: when this one has the new value, the others have it at their next
 * statement.
 */
async function reload(admin: pg.Client, wanted: string): Promise<void> {
  await admin.query('SELECT pg_reload_conf()')
  for (;;) {
    const { rows } = await admin.query<{ log_statement: string }>('SHOW log_statement')
    if (rows[0]?.log_statement === wanted) return
  }
}

/** The minimum of a few tries: now and then a request also checks for a new release. */
async function count(deed: Deed, log: string): Promise<number> {
  const counts: number[] = []
  for (let tries = 0; tries < 5; tries++) {
    const before = statSync(log).size
    await deed()
    const written = readFileSync(log).subarray(before).toString()
    counts.push(written.match(STATEMENT)?.length ?? 0)
  }
  return Math.min(...counts)
}
