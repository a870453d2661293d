import 'server-only'
import pg from 'pg'
import { Prisma } from '@/generated/prisma/client'

type Statement = [text: TemplateStringsArray | Prisma.Sql, ...values: unknown[]]

/**
 * Where a statement of our own is made, in the words of Prisma: on the pool, in a transaction on one of its connections, or
 * in a transaction of Prisma's. @see docs/decisions/0030-sql-over-the-pool.md
 */
export type Sql = {
  $queryRaw<T>(...statement: Statement): Promise<T>
  $executeRaw(...statement: Statement): Promise<number>
  /** Never Prisma's client itself: through it a statement costs twice, so that the compiler asks for `sql()`. */
  $connect?: never
}
type NameOf = (text: string) => string | undefined

export function sqlOn(connection: pg.Pool | pg.PoolClient, nameOf: NameOf): Sql {
  const run = (statement: Statement) => connection.query<Record<string, unknown>>(queryOf(statement, nameOf))
  return {
    async $queryRaw<T>(...statement: Statement) {
      const { rows, fields } = await run(statement)
      for (const { name, dataTypeID } of fields) {
        if (!isRead(dataTypeID)) throw new Error(`column ${name} is of a type that server/db/sql.ts does not read yet`)
      }
      return rows as T
    },
    async $executeRaw(...statement: Statement) {
      return (await run(statement)).rowCount ?? 0
    },
  }
}

/** All that `work` changes, or nothing of it. It is one connection, so its statements go one after the other. */
export async function transactionOn<T>(pool: pg.Pool, nameOf: NameOf, work: (sql: Sql) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  // A connection that breaks off between two statements says so here; the next statement fails.
  let broken: Error | undefined
  const onError = (error: Error) => {
    broken = error
  }
  client.on('error', onError)
  try {
    await client.query('BEGIN')
    const result = await work(sqlOn(client, nameOf))
    await client.query('COMMIT')
    return result
  } catch (error) {
    // What broke the work says more than a connection that could not even roll back: that one is thrown away.
    await client.query('ROLLBACK').catch(onError)
    throw error
  } finally {
    client.off('error', onError)
    client.release(broken)
  }
}

function queryOf([text, ...values]: Statement, nameOf: NameOf): pg.QueryConfig {
  const statement = 'text' in text ? text : Prisma.sql(text, ...values)
  return { name: nameOf(statement.text), text: statement.text, values: statement.values.map(written), types: TYPES }
}

/** The driver would write a time in the zone of this server. */
function written(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(written)
  return value instanceof Date ? value.toISOString() : value
}

const { builtins, getTypeParser } = pg.types

/** Types that come back as Prisma gives them, where the driver by itself would not. */
const OURS = new Map<number, (text: string) => unknown>([
  [builtins.INT8, BigInt],
  [builtins.NUMERIC, (text) => new Prisma.Decimal(text)],
  // The driver's own day begins at midnight of this server's zone.
  [builtins.DATE, (text) => new Date(text)],
])
/** Types that the driver reads as Prisma does. */
const DRIVERS = new Set<number>([
  ...[builtins.INT2, builtins.INT4, builtins.FLOAT4, builtins.FLOAT8, builtins.BOOL, builtins.BYTEA],
  ...[builtins.TEXT, builtins.VARCHAR, builtins.BPCHAR, builtins.UUID],
  ...[builtins.TIMESTAMPTZ, builtins.JSON, builtins.JSONB],
  // name, and lists of truths, int4, text, varchar and uuid
  ...[19, 1000, 1007, 1009, 1015, 2951],
])
/** Types from here on were created in a database: those of ours are enumerations, read as their words. */
const FIRST_CREATED = 16_384

function isRead(type: number): boolean {
  return DRIVERS.has(type) || OURS.has(type) || type >= FIRST_CREATED
}

const TYPES: pg.CustomTypesConfig = {
  getTypeParser: (type: number, format?: 'text' | 'binary') => OURS.get(type) ?? getTypeParser(type, format as 'text'),
}
