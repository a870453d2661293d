import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { type Prisma, PrismaClient } from '@/generated/prisma/client'
import { databaseUrl } from '../env'
import { onceInProcess } from '../once-in-process'
import { openPool, statementNames } from './pool'
import { repeatConflict } from './repeat-conflict'
import { type Sql, sqlOn, transactionOn } from './sql'

/** A client that can open a transaction. */
export type Client = PrismaClient
export type Tx = Prisma.TransactionClient
/** A client or a transaction: the parameter of functions that fetch or store. */
export type Db = Client | Tx

export type Database = {
  client: Client
  sql: Sql
  inTransaction: <T>(work: (sql: Sql) => Promise<T>) => Promise<T>
  close: () => Promise<void>
}

// If a whole training session hands in at the same minute, the last learner waits for a connection instead of getting
// an error.
const TURN = { maxWait: 10_000, timeout: 15_000 }

/** A database with connections of its own. `database()` is the one of this process. */
export function openDatabase(connectionString: string, options?: pg.PoolConfig): Database {
  const pool = openPool(connectionString, options)
  const nameOf = statementNames()
  const adapter = new PrismaPg(pool, { statementNameGenerator: ({ sql }) => nameOf(sql) ?? '' })
  const client = repeating(new PrismaClient({ adapter, transactionOptions: TURN }))
  return {
    client,
    sql: sqlOn(pool, nameOf),
    inTransaction: (work) => repeatConflict(() => transactionOn(pool, nameOf, work)),
    close: async () => {
      await client.$disconnect()
      await pool.end()
    },
  }
}

/** Lets the client repeat a transaction that the database undid in favour of another. */
function repeating(client: Client): Client {
  const once = client.$transaction.bind(client)
  client.$transaction = ((...given: Parameters<typeof once>) =>
    repeatConflict(() => once(...given))) as Client['$transaction']
  return client
}

export const database = onceInProcess('database', () => openDatabase(databaseUrl()))

/** The models of Prisma, and their transactions. */
export function db(): Client {
  return database().client
}

/** Raw SQL, outside of a transaction. */
export function sql(): Sql {
  return database().sql
}

/** A transaction of raw SQL. `work` may run again, so it must change nothing but the database. */
export function inTransaction<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
  return database().inTransaction(work)
}

/** Call it at the end of a command, whose process would wait for its connections. A later query opens new ones. */
export async function closeDatabase(): Promise<void> {
  const { close } = database()
  database.reset()
  await close()
}
