import 'server-only'
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { log } from '../log'
import {
  checksumOf,
  MIGRATIONS_FOLDER,
  MIGRATIONS_TABLE,
  migrationNames,
  type Noted,
  notedMigrations,
  readMigration,
} from './migrations'

/** The database cannot be migrated. The message tells the person who starts the site why. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError'
}

// The number of Prisma's own advisory lock, so that its `migrate deploy` and a start of the site wait for each other.
const PRISMA_LOCK = 72_707_369

/**
 * Applies the migrations that a database lacks, each in one transaction together with its row in Prisma's table.
 * Processes that do this at the same time wait for each other.
 *
 * @returns the names of the migrations that it applied.
 * @throws {MigrationError}
 */
export async function migrate(url: string, folder: string = MIGRATIONS_FOLDER): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {}) // The running query fails too and reports the error.
  await client.connect()
  try {
    await client.query("SET TIME ZONE 'UTC'")
    await client.query('SELECT pg_advisory_lock($1)', [PRISMA_LOCK])
    const noted = (await notedMigrations(client)) ?? (await makeTable(client))
    for (const migration of noted) refuseUnlessKnown(migration, folder)
    const pending = migrationNames(folder).filter((name) => !noted.some((migration) => migration.name === name))
    for (const name of pending) await apply(client, name, readMigration(name, folder))
    return pending
  } finally {
    await client.end() // This releases the lock.
  }
}

async function makeTable(client: pg.Client): Promise<Noted[]> {
  const { rows } = await client.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public' LIMIT 1")
  if (rows.length > 0) {
    throw new MigrationError(
      `The database already holds tables of something else (${rows[0].tablename}). Name an empty one.`,
    )
  }
  await client.query(MIGRATIONS_TABLE)
  return []
}

function refuseUnlessKnown({ name, checksum, finished, logs }: Noted, folder: string): void {
  if (!migrationNames(folder).includes(name)) {
    throw new MigrationError(
      `The database belongs to a newer version of the platform: it has the migration ${name}. ` +
        'Start that version, or restore a backup that this one made.',
    )
  }
  if (!finished) {
    throw new MigrationError(
      `Prisma began the migration ${name} and did not end it. Undo what it left behind, then run ` +
        `\`npx prisma migrate resolve --rolled-back ${name}\`. ${logs ?? ''}`.trim(),
    )
  }
  // Prisma's `deploy` continues too: the database matches the old file, and the site must start after an update.
  if (checksum !== checksumOf(readMigration(name, folder))) log('migration-changed-since-applied', { migration: name })
}

async function apply(client: pg.Client, name: string, script: string): Promise<void> {
  try {
    if (ENDS_TRANSACTION.test(script.replace(QUOTED, ' '))) throw new Error('it begins or ends a transaction itself')
    await client.query('BEGIN')
    await client.query(script)
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksumOf(script), name],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {}) // The connection itself may be lost.
    throw new MigrationError(
      `The migration ${name} failed${lineOf(error, script)}, and nothing of it was kept: ${(error as Error).message}`,
    )
  }
}

// PostgreSQL itself refuses statements that cannot run in a transaction, such as CREATE INDEX CONCURRENTLY, but not
// those that end one.
const ENDS_TRANSACTION = /(?:^|;)\s*(?:BEGIN|START\s+TRANSACTION|COMMIT|END|ROLLBACK|ABORT|PREPARE\s+TRANSACTION)\b/i
/** Comments, quoted names, string literals and the bodies of functions. */
const QUOTED = /--.*|\/\*[\s\S]*?\*\/|"[^"]*"|'(?:[^']|'')*'|\$(\w*)\$[\s\S]*?\$\1\$/g

function lineOf(error: unknown, script: string): string {
  const { position } = error as { position?: string }
  return position ? ` in line ${script.slice(0, Number(position)).split('\n').length}` : ''
}
