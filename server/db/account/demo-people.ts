import 'server-only'
import pg from 'pg'
import { databaseUrl } from '../../env'
import type { Db } from '../client'
import { copyTables, type Tables } from '../tables'

export const DEMO_DOMAIN = '@demo.example'

/**
 * Inserts the tables that `make` returns if there is no account at all, in one transaction. @returns whether it did.
 */
export async function insertDemo(make: () => Promise<Tables>): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl(), connectionTimeoutMillis: 10_000, keepAlive: true })
  await client.connect()
  try {
    await client.query('BEGIN')
    // If two processes start at once, both see the empty table. The second waits here and then finds it filled.
    await client.query('LOCK TABLE "Account" IN SHARE ROW EXCLUSIVE MODE')
    const { rows } = await client.query('SELECT 1 FROM "Account" LIMIT 1')
    if (rows.length > 0) return false
    await copyTables(client, await make())
    await client.query('COMMIT')
    return true
  } finally {
    await client.end() // Without COMMIT, nothing has happened.
  }
}

export async function hasAccounts(db: Db): Promise<boolean> {
  return (await db.account.findFirst({ select: { id: true } })) !== null
}

export async function hasDemoAccounts(db: Db): Promise<boolean> {
  const where = { email: { endsWith: DEMO_DOMAIN } }
  return (await db.account.findFirst({ where, select: { id: true } })) !== null
}
