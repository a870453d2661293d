import 'server-only'
import { randomBytes } from 'node:crypto'
import pg from 'pg'

/** Runs `work` on an empty database on the server of `url`, and drops it. */
export async function withScratchDatabase<T>(url: string, work: (scratchUrl: string) => Promise<T>): Promise<T> {
  const name = `scratch_${randomBytes(6).toString('hex')}`
  const scratch = new URL(url)
  scratch.pathname = `/${name}`
  const admin = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, keepAlive: true })
  await admin.connect()
  try {
    await admin.query(`CREATE DATABASE ${name}`)
    return await work(scratch.href)
  } finally {
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await admin.end()
  }
}
