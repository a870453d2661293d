import 'server-only'
import pg from 'pg'
import { Prisma } from '@/generated/prisma/client'

type Statement = [text: TemplateStringsArray | Prisma.Sql, ...values: unknown[]]

/**
 * Runs raw SQL with Prisma's signatures: on the pool, in a transaction on one of its connections, or in a transaction
 * of Prisma. @see docs/decisions/0030-sql-over-the-pool.md
 */
export type Sql = {
  $queryRaw<T>(...statement: Statement): Promise<T>
  $executeRaw(...statement: Statement): Promise<number>
  /** Makes the compiler refuse Prisma's client, through which a statement costs twice as much, and ask for `sql()`. */
  $connect?: never
}
type NameOf = (text: string) => string | undefined

export function sqlOn(connection: pg.Pool | pg.PoolClient, nameOf: NameOf): Sql {
  const run = (statement: Statement) => connection.query<Record<string, unknown>>(queryOf(statement, nameOf))
  return {
    async $queryRaw<T>(...statement: Statement) {
      const { rows, fields } = await run(statement)
      for (const { name, dataTypeID } of fields) {
        if (!isSupported(dataTypeID))
          throw new Error(`column ${name} is of a type that server/db/sql.ts does not read yet`)
      }
      return rows as T
    },
    async $executeRaw(...statement: Statement) {
      return (await run(statement)).rowCount ?? 0
    },
  }
}

/** Runs `work` in a transaction. It uses one connection, so its statements run one after the other. */
export async function transactionOn<T>(pool: pg.Pool, nameOf: NameOf, work: (sql: Sql) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  // A connection that breaks between two statements reports it here; the next statement then fails.
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
    // The error of `work` is more useful than that of a failed rollback. A connection that cannot roll back is
    // discarded.
    await client.query('ROLLBACK').catch(onError)
    throw error
  } finally {
    client.off('error', onError)
    client.release(broken)
  }
}

function queryOf([text, ...values]: Statement, nameOf: NameOf): pg.QueryConfig {
  const statement = 'text' in text ? text : Prisma.sql(text, ...values)
  return { name: nameOf(statement.text), text: statement.text, values: statement.values.map(toParameter), types: TYPES }
}

/** The driver would write a time in the zone of this server. */
function toParameter(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toParameter)
  return value instanceof Date ? value.toISOString() : value
}

const { builtins, getTypeParser } = pg.types

/** Types for which the driver needs a parser to return what Prisma returns. */
const PARSERS = new Map<number, (text: string) => unknown>([
  [builtins.INT8, BigInt],
  [builtins.NUMERIC, (text) => new Prisma.Decimal(text)],
  // By default the driver reads a date as midnight in the zone of this server.
  [builtins.DATE, (text) => new Date(text)],
])
/** Types that the driver reads as Prisma does. */
const DRIVER_TYPES = new Set<number>([
  ...[builtins.INT2, builtins.INT4, builtins.FLOAT4, builtins.FLOAT8, builtins.BOOL, builtins.BYTEA],
  ...[builtins.TEXT, builtins.VARCHAR, builtins.BPCHAR, builtins.UUID],
  ...[builtins.TIMESTAMPTZ, builtins.JSON, builtins.JSONB],
  // Name, and arrays of booleans, int4, text, varchar and uuid.
  ...[19, 1000, 1007, 1009, 1015, 2951],
])
/** Types from this number on are user-defined. Those of this schema are enumerations, which are read as text. */
const FIRST_CREATED = 16_384

function isSupported(type: number): boolean {
  return DRIVER_TYPES.has(type) || PARSERS.has(type) || type >= FIRST_CREATED
}

const TYPES: pg.CustomTypesConfig = {
  getTypeParser: (type: number, format?: 'text' | 'binary') =>
    PARSERS.get(type) ?? getTypeParser(type, format as 'text'),
}

/**
 * Words of this code as a list of SQL, never user input. If a list is a parameter, the planner does not know its length
 * in advance, and may plan a long statement anew each time, which costs more than to run it.
 */
export function listOf(words: readonly string[]): Prisma.Sql {
  if (!words.every((word) => /^[a-z-]+$/.test(word))) throw new RangeError('not a list of plain words')
  return Prisma.raw(words.map((word) => `'${word}'`).join(', '))
}
