import 'server-only'
import pg from 'pg'
import { passwordOf, SUPERUSER } from './cluster'

export type Address = { cluster: string; port: number }

export function urlOf({ cluster, port }: Address, database: string): string {
  return `postgresql://${SUPERUSER}:${passwordOf(cluster)}@127.0.0.1:${port}/${database}`
}

/** A connection, or `undefined` while the server does not answer, or if another server answers on that port. */
export async function connectTo(address: Address, database: string): Promise<pg.Client | undefined> {
  const client = new pg.Client({ connectionString: urlOf(address, database), connectionTimeoutMillis: 5000 })
  client.on('error', () => {}) // If the server is killed, the next query fails and reports it.
  try {
    await client.connect()
    return client
  } catch {
    await client.end().catch(() => {})
    return undefined
  }
}
