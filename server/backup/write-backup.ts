import 'server-only'
import { createWriteStream, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { appliedMigrations } from '../db/migration/migrations'
import { type BackupHeader, type BackupTable, END_OF_TABLE } from './backup-format'
import { readSequences, readTables } from './describe-database'

/** Writes every row of the database, as of one instant, while the site keeps running. @returns the number of rows. */
export async function writeBackup(url: string, file: string, now: Date): Promise<number> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, keepAlive: true })
  await client.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const tables = await readTables(client)
    const header: BackupHeader = {
      format: 'traite-formation-backup-1',
      madeAt: now.toISOString(),
      migrations: await appliedMigrations(client),
      tables,
      sequences: await readSequences(client),
    }
    const count = { rows: 0 }
    mkdirSync(path.dirname(file), { recursive: true })
    removeBrokenOff(path.dirname(file), now)
    await writeWhole(file, Readable.from(backupText(client, header, count)))
    return count.rows
  } finally {
    await client.end()
  }
}

const UNFINISHED = '.part'
const DAY_MS = 24 * 3_600_000

/**
 * The backup contains password hashes and keys, so only its owner may read it. An unfinished backup has another name,
 * and does not stay: it would fill the disk that was too full for it.
 */
async function writeWhole(file: string, text: Readable): Promise<void> {
  const unfinished = `${file}${UNFINISHED}`
  try {
    await pipeline(text, createGzip(), createWriteStream(unfinished, { mode: 0o600, flush: true }))
    renameSync(unfinished, file)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
}

/** Removes what killed processes have left of backups. A younger one may still be growing. */
function removeBrokenOff(folder: string, now: Date): void {
  const broken = readdirSync(folder).filter((name) => name.endsWith(`.backup.gz${UNFINISHED}`))
  for (const name of broken) {
    const file = path.join(folder, name)
    const changed = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? now.getTime()
    if (changed < now.getTime() - DAY_MS) rmSync(file, { force: true })
  }
}

async function* backupText(client: pg.Client, header: BackupHeader, count: { rows: number }) {
  yield line(JSON.stringify(header))
  for (const table of header.tables) {
    const rows = client.query(copyTo(`COPY ${source(table)} TO STDOUT`))
    yield* rows
    yield line(END_OF_TABLE)
    count.rows += rows.rowCount ?? 0
  }
  yield line(JSON.stringify(count))
}

/** The physical order of these rows reveals in which order people answered. They are sorted by their random ids. */
const WITHOUT_ORDER = ['SurveyTicket', 'SurveyAnswer', 'WaitingAnswer']

function source(table: BackupTable): string {
  if (!WITHOUT_ORDER.includes(table.name)) return columnsOf(table)
  const columns = table.columns.map(pg.escapeIdentifier).join(', ')
  return `(SELECT ${columns} FROM ${pg.escapeIdentifier(table.name)} ORDER BY id)`
}

const line = (text: string) => Buffer.from(`${text}\n`)

export function columnsOf({ name, columns }: BackupTable): string {
  return `${pg.escapeIdentifier(name)} (${columns.map(pg.escapeIdentifier).join(', ')})`
}
