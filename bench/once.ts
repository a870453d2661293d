import pg from 'pg'
import type { BenchSite } from './bench-site'
import { cpuMs } from './processes'

/** Milliseconds of processor time that this process and the database have used. */
export function cpuOf({ databasePid }: Pick<BenchSite, 'databasePid'>): number | null {
  const { user, system } = process.cpuUsage()
  const ofDatabase = cpuMs(databasePid)
  return ofDatabase === null ? null : (user + system) / 1000 + ofDatabase
}

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
