import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { log } from '../../log'
import { applyNext } from './apply-migration'
import { Held, MigrationError } from './migration-error'
import { checksumOf, MIGRATIONS_FOLDER, migrationNames, type Noted, notedMigrations, readMigration } from './migrations'

const MOST_TRIES = 60
const PAUSE_MS = 5000

/**
 * Applies the migrations that a database lacks, each in one transaction together with its row in Prisma's table.
 * Processes that do this at the same time share the work.
 *
 * @param tell is told, in a sentence, that and why it waits.
 * @returns the names of the migrations that it applied.
 * @throws {MigrationError}
 */
export async function migrate(
  url: string,
  folder: string = MIGRATIONS_FOLDER,
  tell: (sentence: string) => void = () => {},
): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, keepAlive: true })
  client.on('error', () => {}) // The running query fails too and reports the error.
  await client.connect()
  try {
    for (const migration of (await notedMigrations(client)) ?? []) logIfChanged(migration, folder)
    const applied: string[] = []
    for (;;) {
      const name = await patiently(() => applyNext(client, folder), tell)
      if (name === null) return applied
      applied.push(name)
    }
  } finally {
    await client.end()
  }
}

/** Tries again for as long as another process migrates, and for some minutes while a query uses a table. */
async function patiently<T>(work: () => Promise<T>, tell: (sentence: string) => void): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Held)) throw error
      if (error.what === 'table' && tries >= MOST_TRIES) throw new MigrationError(error.message)
      if (tries % 10 === 1) tell(`${error.message} Trying again until it is free.`)
      await pause(error.what === 'lock' ? 0 : PAUSE_MS)
    }
  }
}

// Prisma's `deploy` continues too: the database matches the old file, and the site must start after an update.
function logIfChanged({ name, checksum }: Noted, folder: string): void {
  if (!migrationNames(folder).includes(name)) return
  if (checksum !== checksumOf(readMigration(name, folder))) log('migration-changed-since-applied', { migration: name })
}
