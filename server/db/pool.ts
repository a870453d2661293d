import 'server-only'
import pg from 'pg'

// A database that hangs, or a network that swallows what is sent, must not keep a reader waiting without a word.
const PATIENCE = { connectionTimeoutMillis: 10_000, query_timeout: 15_000 }

/** The connections of a process: Prisma and SQL of our own share them. */
export function openPool(connectionString: string, options: pg.PoolConfig = {}): pg.Pool {
  // Each connection is a process of PostgreSQL with its own plans in memory: these keep one server's processor busy.
  const pool = new pg.Pool({ connectionString, max: 4, keepAlive: true, onConnect: inUtc, ...PATIENCE, ...options })
  // A connection that breaks off while nobody uses it is gone from the pool; unheard, its error would end the process.
  pool.on('error', () => {})
  return pool
}

/** Prisma writes and reads times without their zone, and means UTC: a server whose own zone is Morocco's would not. */
async function inUtc(client: pg.ClientBase): Promise<void> {
  await client.query("set time zone 'UTC'")
}

const MOST_NAMES = 200

/**
 * A statement with a name is parsed and planned once per connection, which is most of what PostgreSQL does for a page. Lists
 * of values make new texts without end: what comes after the first ones stays without a name.
 */
export function statementNames(): (text: string) => string | undefined {
  const names = new Map<string, string>()
  return (text) => {
    if (!names.has(text) && names.size < MOST_NAMES) names.set(text, `statement-${names.size + 1}`)
    return names.get(text)
  }
}
