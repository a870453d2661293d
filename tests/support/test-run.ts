import { randomInt } from 'node:crypto'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { migrate } from '@/server/db/migration/migrate'
import { embeddedPort, leaveEmbedded, startEmbedded } from '@/server/embedded/postgres'
import { explainStatements, reportWastefulJoins } from './wasteful-joins'

/** One run of the tests: a server, and a migrated template of which each test file gets a copy. */
export type TestRun = { serverUrl: string; run: number }

// The first half of the advisory locks by which runs on one server see each other.
const RUN_LOCK = 27_014
const MAKE_LOCK = 27_015

/** The data folder of the tests' own embedded server. */
export const TEST_DATA = path.resolve('.data/test')

/** The data folders of the servers that the tests of the embedded server start, one for each. */
export const EMBEDDED_TESTS = path.join(TEST_DATA, 'embedded')

/** Opens a run on TEST_DATABASE_URL, or on an embedded server of the tests' own. */
export async function openTestRun(): Promise<TestRun & { close: () => Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL
  const serverUrl = given || (await startEmbedded({ dataDir: TEST_DATA, throwaway: true }))
  const admin = new pg.Client({ connectionString: serverUrl })
  // Two runs that close at once may both stop the server, while one of them is still connected.
  admin.on('error', () => {})
  await admin.connect()
  if (!given) {
    await requireSameClock(admin, new Date()).catch(async (error) => {
      await admin.end()
      throw error
    })
  }

  const run = randomInt(2 ** 31)
  await admin.query('SELECT pg_advisory_lock($1, $2)', [RUN_LOCK, run])
  await dropAbandoned(admin)
  await admin.query(`CREATE DATABASE ${nameOf(run, 'template')}`)
  await migrate(urlOf(serverUrl, nameOf(run, 'template')))

  const close = async () => {
    await dropAll(admin, run)
    await admin.query('SELECT pg_advisory_unlock($1, $2)', [RUN_LOCK, run])
    // Each project of Vitest with a database opens a run in the same process, which the server counts as one user.
    const others = await admin.query("SELECT FROM pg_locks WHERE locktype = 'advisory' AND classid = $1", [RUN_LOCK])
    await admin.end()
    if (!given && others.rowCount === 0) await leaveEmbedded(TEST_DATA)
    if (!given) reportWastefulJoins(path.join(TEST_DATA, 'postgres.log'))
  }
  return { serverUrl, run, close }
}

const CLOCKS_APART_MS = 60_000

/**
 * Runs at the same time share a server. One whose clock was moved would share it with one whose clock was not, and their
 * tests would fail here and there: what the database dates, such as a lock, would lie a year ahead or back.
 */
export async function requireSameClock(admin: pg.Client, now: Date): Promise<void> {
  const { rows } = await admin.query<{ time: Date }>('SELECT clock_timestamp() AS time')
  const apart = Math.abs((rows[0]?.time.getTime() ?? 0) - now.getTime())
  if (apart > CLOCKS_APART_MS)
    throw new Error(
      'The database of the tests runs by another clock: another run is using it. Try again when that has ended.',
    )
}

/** Stops the servers that interrupted tests left running, except those that another run still uses. */
export async function stopLeftServers(): Promise<void> {
  await leaveEmbedded(TEST_DATA)
  for (const folder of existsSync(EMBEDDED_TESTS) ? readdirSync(EMBEDDED_TESTS) : []) {
    const dataDir = path.join(EMBEDDED_TESTS, folder, 'data')
    await leaveEmbedded(dataDir)
    if (embeddedPort(dataDir) === undefined) rmSync(path.dirname(dataDir), { recursive: true, force: true })
  }
}

/** A copy of the template. @returns its address, and a function that removes it. */
export function copyTemplate(testRun: TestRun, name: string) {
  return makeDatabase(testRun, name, `TEMPLATE ${nameOf(testRun.run, 'template')}`)
}

/** A database without tables. */
export function makeEmpty(testRun: TestRun, name: string) {
  return makeDatabase(testRun, name, '')
}

async function makeDatabase({ serverUrl, run }: TestRun, name: string, options: string) {
  const database = nameOf(run, name)
  await asAdmin(serverUrl, async (admin) => {
    // PostgreSQL copies a template only while nobody else is connected to it, not even for another copy.
    await admin.query('SELECT pg_advisory_lock($1, $2)', [MAKE_LOCK, run])
    await admin.query(`CREATE DATABASE ${database} ${options}`)
    await explainStatements(admin, database)
  })
  const drop = () => asAdmin(serverUrl, (admin) => admin.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`))
  return { url: urlOf(serverUrl, database), drop }
}

async function asAdmin(url: string, work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  try {
    await work(admin)
  } finally {
    await admin.end()
  }
}

async function dropAbandoned(admin: pg.Client): Promise<void> {
  for (const run of new Set((await databases(admin)).map(({ run }) => run))) {
    const free = await admin.query('SELECT pg_try_advisory_lock($1, $2) AS free', [RUN_LOCK, run])
    if (free.rows[0].free) await dropAll(admin, run)
  }
}

async function dropAll(admin: pg.Client, run: number): Promise<void> {
  for (const found of await databases(admin)) {
    if (found.run === run) await admin.query(`DROP DATABASE IF EXISTS ${found.name} WITH (FORCE)`)
  }
}

async function databases(admin: pg.Client): Promise<{ name: string; run: number }[]> {
  const { rows } = await admin.query<{ name: string }>(
    "SELECT datname AS name FROM pg_database WHERE datname ~ '^test_[0-9]+_'",
  )
  return rows.map(({ name }) => ({ name, run: Number(name.split('_')[1]) }))
}

const nameOf = (run: number, name: string) => `test_${run}_${name}`

function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  return url.href
}
