import 'server-only'
import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { Held, MigrationError } from './migration-error'
import { checksumOf, MIGRATIONS_TABLE, migrationNames, type Noted, notedMigrations, readMigration } from './migrations'

// The number of Prisma's own advisory lock, so that its `migrate deploy` and a start of the site wait for each other.
const PRISMA_LOCK = 72_707_369

// A statement that waits for a table holds up everybody who asks for the table after it. So it gives up soon, and tries
// again later.
const LOCK_TIMEOUT = '3s'
const LOCK_NOT_AVAILABLE = '55P03'

/** Applies the oldest migration that the database lacks. @returns its name; null if it lacks none. */
export async function applyNext(client: pg.Client, folder: string): Promise<string | null> {
  // Under another isolation level, what a process read after it waited for the lock would be older than the lock.
  await client.query('BEGIN ISOLATION LEVEL READ COMMITTED')
  try {
    // For this transaction alone: a pooler gives the connection to somebody else after it (PgBouncer, transaction mode).
    await client.query(`SET LOCAL TIME ZONE 'UTC'; SET LOCAL lock_timeout = '${LOCK_TIMEOUT}'`)
    await client.query('SELECT pg_advisory_xact_lock($1)', [PRISMA_LOCK]).catch((error) => {
      throw error.code === LOCK_NOT_AVAILABLE
        ? new Held('lock', 'Another process applies migrations to this database.')
        : error
    })
    const noted = (await notedMigrations(client)) ?? (await makeTable(client))
    for (const migration of noted) refuseUnlessKnown(migration, folder)
    const name = migrationNames(folder).find((one) => !noted.some((migration) => migration.name === one))
    if (name === undefined) await client.query('COMMIT')
    else await apply(client, name, readMigration(name, folder))
    return name ?? null
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {}) // The connection itself may be lost.
    throw error
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

function refuseUnlessKnown({ name, finished, logs }: Noted, folder: string): void {
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
}

async function apply(client: pg.Client, name: string, script: string): Promise<void> {
  try {
    if (ENDS_TRANSACTION.test(script.replace(QUOTED, ' '))) throw new Error('it begins or ends a transaction itself')
    await client.query(script)
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksumOf(script), name],
    )
    await client.query('COMMIT')
  } catch (error) {
    const { code, message } = error as Error & { code?: string }
    if (code === LOCK_NOT_AVAILABLE) throw new Held('table', `The migration ${name} needs a table that a query uses.`)
    throw new MigrationError(
      `The migration ${name} failed${lineOf(error, script)}, and nothing of it was kept: ${message}`,
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
