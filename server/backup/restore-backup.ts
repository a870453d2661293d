import 'server-only'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { MIGRATIONS_TABLE, migrationNames, readMigration } from '../db/migration/migrations'
import { type BackupHeader, END_OF_TABLE, footerSchema, headerSchema } from './backup-format'
import { readLines } from './read-lines'
import { columnsOf } from './write-backup'

/** The backup cannot be restored here. The message says why. */
export class RestoreError extends Error {
  override readonly name = 'RestoreError'
}

/**
 * Fills an empty database from a backup, in one transaction.
 *
 * @param replace empties the database first.
 * @throws {RestoreError}
 */
export async function restoreBackup(
  url: string,
  file: string,
  replace: boolean,
): Promise<{ rows: number; madeAt: string }> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, keepAlive: true })
  await client.connect()
  try {
    await client.query('BEGIN')
    const restored = await restore(client, file, replace)
    await client.query('COMMIT')
    await client.query('ANALYZE')
    return restored
  } finally {
    await client.end() // Without COMMIT, nothing has happened.
  }
}

async function restore(client: pg.Client, file: string, replace: boolean) {
  const lines = readLines(createReadStream(file).pipe(createGunzip()))
  const header = readHeader(await nextLine(lines))
  await emptyOrRefuse(client, replace)
  await makeTables(client, header)

  for (const table of header.tables) {
    await pipeline(Readable.from(rowsOf(lines)), client.query(copyFrom(`COPY ${columnsOf(table)} FROM STDIN`)))
  }
  for (const { name, lastValue } of header.sequences) {
    await client.query('SELECT setval($1::regclass, $2::bigint)', [pg.escapeIdentifier(name), lastValue])
  }
  const { rows } = footerSchema.parse(parseJson(await nextLine(lines)))
  return { rows, madeAt: header.madeAt }
}

function readHeader(line: Buffer): BackupHeader {
  const header = headerSchema.safeParse(parseJson(line))
  if (!header.success) throw new RestoreError('This file is no backup of this platform.')
  const unknown = header.data.migrations.filter((name) => !migrationNames().includes(name))
  if (unknown.length > 0)
    throw new RestoreError(`The backup is of a newer version of the platform: it has ${unknown[0]}.`)
  return header.data
}

function parseJson(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString())
  } catch {
    return undefined
  }
}

async function emptyOrRefuse(client: pg.Client, replace: boolean): Promise<void> {
  if (replace) await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
  const { rows } = await client.query("SELECT 1 FROM pg_tables WHERE schemaname = 'public' LIMIT 1")
  if (rows.length > 0) {
    throw new RestoreError('The database is not empty. Restore into a new one, or add --replace to lose what it holds.')
  }
}

/** Makes the tables as they were at the time of the backup. The next start of the site migrates them. */
async function makeTables(client: pg.Client, { migrations }: BackupHeader): Promise<void> {
  for (const name of migrations) await client.query(readMigration(name))
  await client.query(MIGRATIONS_TABLE)
}

async function* rowsOf(lines: AsyncGenerator<Buffer>) {
  for (;;) {
    const row = await nextLine(lines)
    if (row.equals(Buffer.from(`${END_OF_TABLE}\n`))) return
    yield row
  }
}

async function nextLine(lines: AsyncGenerator<Buffer>): Promise<Buffer> {
  const { value, done } = await lines.next().catch((error) => {
    throw new RestoreError(`This file is no backup of this platform, or it is damaged (${error.message}).`)
  })
  if (done) throw new RestoreError('The backup is cut off: its end is missing.')
  return value
}
