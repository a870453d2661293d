import 'server-only'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'

export const MIGRATIONS_FOLDER = 'prisma/migrations'

/** The migrations of this version of the platform, oldest first. */
export function migrationNames(folder: string = MIGRATIONS_FOLDER): string[] {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return folders.map(({ name }) => name).sort()
}

export function readMigration(name: string, folder: string = MIGRATIONS_FOLDER): string {
  return readFileSync(path.join(folder, name, 'migration.sql'), 'utf8')
}

export function checksumOf(script: string): string {
  return createHash('sha256').update(script).digest('hex')
}

/** Prisma's table of migrations, as Prisma creates it (docs/decisions/0031-migrations-without-the-engine.md). */
export const MIGRATIONS_TABLE = `
  CREATE TABLE _prisma_migrations (
    id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz,
    migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
    started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`

/** A migration as recorded in the database. `logs` is Prisma's output about a failed one. */
export type Noted = { name: string; checksum: string; finished: boolean; logs: string | null }

/** The migrations that a database has, oldest first; `null` if it has no table of them. */
export async function notedMigrations(client: pg.ClientBase): Promise<Noted[] | null> {
  // Not `to_regclass`: in a transaction that has waited for a lock, it may not know a table that was made meanwhile.
  const table = await client.query(
    "SELECT FROM pg_tables WHERE schemaname = 'public' AND tablename = '_prisma_migrations'",
  )
  if (table.rowCount === 0) return null
  const { rows } = await client.query<Noted>(`
    SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished, logs
    FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name`)
  return rows
}

/** The names of the migrations that are completely applied to a database. */
export async function appliedMigrations(client: pg.ClientBase): Promise<string[]> {
  const noted = (await notedMigrations(client)) ?? []
  return noted.flatMap(({ name, finished }) => (finished ? name : []))
}
