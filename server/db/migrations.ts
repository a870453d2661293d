import 'server-only'
import { readdirSync } from 'node:fs'
import pg from 'pg'

export const MIGRATIONS_FOLDER = 'prisma/migrations'

/** The migrations of this version of the platform, oldest first. */
export function migrationNames(folder: string = MIGRATIONS_FOLDER): string[] {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return folders.map(({ name }) => name).sort()
}

/** The migrations that a database has in full. */
export async function appliedMigrations(client: pg.ClientBase): Promise<string[]> {
  const table = await client.query("SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS stands")
  if (!table.rows[0].stands) return []
  const { rows } = await client.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  )
  return rows.map(({ name }) => name).sort()
}

/** Whether a migration is missing. Cheap; Prisma's own command takes two seconds to find that there is nothing to do. */
export async function migrationsPending(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const applied = new Set(await appliedMigrations(client))
    return migrationNames().some((name) => !applied.has(name))
  } finally {
    await client.end()
  }
}
