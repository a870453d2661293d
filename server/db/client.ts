import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import type { ClientBase } from 'pg'
import type { Prisma, PrismaClient } from '@/generated/prisma/client'
import { databaseUrl } from '../env'
import { withOwnSql } from './own-sql'

/** What can open a transaction. */
export type Client = PrismaClient
/** A client or a transaction: what a function that fetches or stores is given. */
export type Db = Client | Prisma.TransactionClient

declare global {
  var prismaClient: PrismaClient | undefined
}

/** The one client of this process. On `globalThis`, since Next gives each of its bundles modules of its own. */
export function db(): PrismaClient {
  globalThis.prismaClient ??= clientOn(databaseUrl())
  return globalThis.prismaClient
}

/** A client with connections of its own: `db()` is the one of this process. */
export function clientOn(connectionString: string): PrismaClient {
  return withOwnSql(adapterFor(connectionString), { transactionOptions: TURN })
}

// A database that hangs, or a network that swallows what is sent, must not keep a reader waiting without a word.
const PATIENCE = { connectionTimeoutMillis: 10_000, query_timeout: 15_000 }

// When a whole session hands in at the same minute, the last one waits her turn rather than being sent away.
const TURN = { maxWait: 10_000, timeout: 15_000 }

function adapterFor(connectionString: string): PrismaPg {
  // Each connection is a process of PostgreSQL with its own plans in memory: these keep one server's processor busy.
  const pool = { connectionString, max: 4, keepAlive: true, onConnect: inUtc, ...PATIENCE }
  return new PrismaPg(pool, { statementNameGenerator: ({ sql }) => nameOf(sql) })
}

/** The adapter writes and reads times without their zone, and means UTC: a server whose own zone is Morocco's would not. */
async function inUtc(client: ClientBase): Promise<void> {
  await client.query("set time zone 'UTC'")
}

const MOST_NAMES = 200
const names = new Map<string, string>()

/**
 * A statement with a name is parsed and planned once per connection, which is most of what PostgreSQL does for a page. Lists
 * of values make new texts without end: what comes after the first ones stays without a name.
 */
function nameOf(sql: string): string {
  const name = names.get(sql)
  if (name !== undefined || names.size >= MOST_NAMES) return name ?? ''
  names.set(sql, `statement-${names.size + 1}`)
  return nameOf(sql)
}
