import 'server-only'
import pg from 'pg'

// Time limits: a database that hangs, or a network that drops packets, must not keep a reader waiting without a
// message.
const PATIENCE = { connectionTimeoutMillis: 10_000, query_timeout: 15_000 }

/** The database connections of a process. Prisma and raw SQL share them. */
export function openPool(connectionString: string, options: pg.PoolConfig = {}): pg.Pool {
  // Each connection is a process of PostgreSQL with its own query plans in memory. Four keep the processor of one
  // server busy.
  const pool = new pg.Pool({ connectionString, max: 4, keepAlive: true, onConnect: inUtc, ...PATIENCE, ...options })
  // The pool drops an idle connection that breaks. Without a listener its error would end the process.
  pool.on('error', () => {})
  return pool
}

/** Prisma writes and reads times without their zone, and means UTC. A server in the zone of Morocco would not. */
async function inUtc(client: pg.ClientBase): Promise<void> {
  await client.query("set time zone 'UTC'")
}

const MOST_NAMES = 200

/**
 * PostgreSQL parses and plans a named statement once per connection, which is most of its work for a page. Lists of
 * values make ever new texts, so only the first statements get a name.
 */
export function statementNames(): (text: string) => string | undefined {
  const names = new Map<string, string>()
  return (text) => {
    if (!names.has(text) && names.size < MOST_NAMES) names.set(text, `statement-${names.size + 1}`)
    return names.get(text)
  }
}
