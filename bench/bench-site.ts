import path from 'node:path'
import pg from 'pg'
import { buildIfNeeded } from '@/scripts/start/build'
import { closeDatabase } from '@/server/db/client'
import { migrate } from '@/server/db/migration/migrate'
import { embeddedServer, leaveEmbedded, startEmbedded } from '@/server/embedded/postgres'
import { testSettings } from '@/tests/support/settings'
import { freePort, startSite } from '@/tests/support/site'
import { type Filled, fillDatabase, type Size } from './fill/fill-database'
import { progress } from './progress'

const DATA = path.resolve('.data/bench')
const DATABASE = 'bench'

export type BenchSite = Filled & {
  port: number
  databaseUrl: string
  serverPid: number
  databasePid: number
  databaseLog: string
}

/** Runs `work` on the production build, with a newly filled database of its own. */
export async function withBenchSite<T>(size: Size, work: (site: BenchSite) => Promise<T>): Promise<T> {
  const serverUrl = await progress('Starting PostgreSQL', () => startEmbedded({ dataDir: DATA }))
  try {
    const databaseUrl = await makeDatabase(serverUrl)
    const port = await freePort()
    const settings: Record<string, string> = {
      ...testSettings(databaseUrl),
      DATA_DIR: DATA,
      PORT: String(port),
      PUBLIC_URL: `http://localhost:${port}`,
      // Rate limits apply per address: the visitors use many addresses, as a reverse proxy would report them.
      TRUSTED_PROXIES: '1',
    }
    Object.assign(process.env, settings)
    await migrate(databaseUrl)
    const title = `Filling the database with ${size.learners} learners, ${size.attempts} attempts and a country at scale ${size.scale}`
    const filled = await progress(title, () => fillDatabase(databaseUrl, size, new Date()))
    await closeDatabase()
    await progress('Building, if the build is not of these sources', () => buildIfNeeded({ quiet: true }))
    const site = await startSite(settings)
    try {
      const databasePid = embeddedServer(DATA)?.pid ?? 0
      const databaseLog = path.join(DATA, 'postgres.log')
      return await work({ ...filled, port, databaseUrl, serverPid: site.pid, databasePid, databaseLog })
    } finally {
      await site.stop()
    }
  } finally {
    await leaveEmbedded(DATA)
  }
}

async function makeDatabase(serverUrl: string): Promise<string> {
  const admin = new pg.Client({ connectionString: serverUrl })
  await admin.connect()
  try {
    await admin.query(`DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`)
    await admin.query(`CREATE DATABASE ${DATABASE}`)
  } finally {
    await admin.end()
  }
  const url = new URL(serverUrl)
  url.pathname = `/${DATABASE}`
  return url.href
}
