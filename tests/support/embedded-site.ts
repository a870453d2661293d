import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { startEmbedded, stopEmbedded } from '@/server/embedded/postgres'
import { EMBEDDED_TESTS } from './test-run'

/** A folder in which an embedded PostgreSQL can be started, with the helpers of its tests. */
export function embeddedSite() {
  mkdirSync(EMBEDDED_TESTS, { recursive: true })
  const folder = mkdtempSync(path.join(EMBEDDED_TESTS, 'site-'))
  chmodSync(folder, 0o711) // PostgreSQL's own account must be able to enter it
  const dataDir = path.join(folder, 'data')

  /** The folder of PostgreSQL's own data. */
  const cluster = (): string => JSON.parse(readFileSync(path.join(dataDir, 'postgres.json'), 'utf8')).cluster
  const remove = async () => {
    await stopEmbedded(dataDir)
    const outside = path.dirname(cluster())
    for (const made of [outside, folder]) rmSync(made, { recursive: true, force: true })
  }
  return { folder, dataDir, cluster, remove, start: () => startEmbedded({ dataDir, throwaway: true }) }
}

export async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}
