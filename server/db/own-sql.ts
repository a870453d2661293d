import 'server-only'
import {
  type ArgType,
  type ColumnType,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlDriverAdapterFactory,
  type SqlQuery,
  type SqlQueryable,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils'
import { Prisma, PrismaClient } from '@/generated/prisma/client'

type Statement = [text: TemplateStringsArray | Prisma.Sql, ...values: unknown[]]

/** Where statements of our own are made: a client, a transaction of Prisma, or one of `inOneTransaction`. */
export type OwnSql = {
  $queryRaw<T>(...statement: Statement): Promise<T>
  $executeRaw(...statement: Statement): Promise<number>
}

const adapters = new WeakMap<PrismaClient, ReturnType<typeof oneAdapter>>()

/**
 * A client whose own SQL, outside of a transaction, goes straight to its adapter. Prisma would take each statement through
 * the interpreter of its query plans, which costs twice what the statement does. The connections, the names of statements,
 * the types of values and the driver's errors are the same on both ways. @see docs/decisions/0018-own-sql.md
 */
export function withOwnSql(
  factory: SqlDriverAdapterFactory,
  options: Pick<Prisma.PrismaClientOptions, 'transactionOptions'> = {},
): PrismaClient {
  const adapter = oneAdapter(factory)
  const client = new PrismaClient({ ...options, adapter })
  adapters.set(client, adapter)
  const { $queryRaw, $executeRaw, $disconnect } = client
  const own = sqlOn(adapter.connect)
  return Object.assign(client, {
    // A transaction inherits these: on it they are Prisma's, and stay on its connection.
    $queryRaw(this: unknown, ...statement: Statement) {
      return this === client ? own.$queryRaw(...statement) : $queryRaw.apply(this, statement)
    },
    $executeRaw(this: unknown, ...statement: Statement) {
      return this === client ? own.$executeRaw(...statement) : $executeRaw.apply(this, statement)
    },
    async $disconnect() {
      await $disconnect.call(client)
      await adapter.close()
    },
  })
}

/**
 * All that `work` changes, or nothing of it: one transaction for statements that are all our own. It is one connection, so
 * they go one after the other. A client that is Prisma's alone does it Prisma's way.
 */
export async function inOneTransaction<T>(client: PrismaClient, work: (sql: OwnSql) => Promise<T>): Promise<T> {
  const adapter = adapters.get(client)
  if (!adapter) return client.$transaction(work)
  const transaction = await (await adapter.connect()).startTransaction()
  const end = (word: 'COMMIT' | 'ROLLBACK') => transaction.executeRaw({ sql: word, args: [], argTypes: [] })
  try {
    const result = await work(sqlOn(async () => transaction))
    await end('COMMIT')
    await transaction.commit()
    return result
  } catch (error) {
    // What broke the work says more than a connection that could not even roll back.
    await end('ROLLBACK').catch(() => {})
    await transaction.rollback()
    throw error
  }
}

/** The two words of Prisma for a statement, said to what `connect` gives. */
function sqlOn(connect: () => Promise<SqlQueryable>): OwnSql {
  return {
    async $queryRaw<T>(...statement: Statement) {
      return rowsOf(await (await connect()).queryRaw(queryOf(statement))) as T
    },
    async $executeRaw(...statement: Statement) {
      return (await connect()).executeRaw(queryOf(statement))
    },
  }
}

/** The same connections for both ways: opened by who asks first, and again after they were closed. */
function oneAdapter(factory: SqlDriverAdapterFactory) {
  let open: Promise<SqlDriverAdapter> | undefined
  const connect = () => {
    open ??= factory.connect().then(closedOnce)
    return open
  }
  const closedOnce = (adapter: SqlDriverAdapter) => {
    const close = adapter.dispose.bind(adapter)
    adapter.dispose = async () => {
      if (!open) return
      open = undefined
      await close()
    }
    return adapter
  }
  const { provider, adapterName } = factory
  return { provider, adapterName, connect, close: async () => (await open)?.dispose() }
}

function queryOf([text, ...values]: Statement): SqlQuery {
  const statement = 'text' in text ? text : Prisma.sql(text, ...values)
  return { sql: statement.text, args: statement.values, argTypes: statement.values.map(argTypeOf) }
}

/** The adapter looks at dates alone; the driver writes everything else by what it is. */
function argTypeOf(value: unknown): ArgType {
  const [first, arity] = Array.isArray(value) ? [value[0], 'list' as const] : [value, 'scalar' as const]
  return { scalarType: first instanceof Date ? 'datetime' : 'unknown', arity }
}

type Reading = (text: string) => unknown

const READINGS: Partial<Record<ColumnType, Reading>> = {
  [ColumnTypeEnum.Int64]: BigInt,
  [ColumnTypeEnum.Numeric]: (text) => new Prisma.Decimal(text),
  [ColumnTypeEnum.Date]: (text) => new Date(text),
  [ColumnTypeEnum.DateTime]: (text) => new Date(text),
  [ColumnTypeEnum.Json]: JSON.parse,
}
/** What the adapter gives as it is to be. */
const READ = new Set<ColumnType>([
  ...[ColumnTypeEnum.Int32, ColumnTypeEnum.Float, ColumnTypeEnum.Double, ColumnTypeEnum.Boolean, ColumnTypeEnum.Bytes],
  ...[ColumnTypeEnum.Character, ColumnTypeEnum.Text, ColumnTypeEnum.Enum, ColumnTypeEnum.Uuid],
  ...[ColumnTypeEnum.Int32Array, ColumnTypeEnum.TextArray, ColumnTypeEnum.UuidArray, ColumnTypeEnum.BooleanArray],
])

function rowsOf({ columnNames, columnTypes, rows }: SqlResultSet): Record<string, unknown>[] {
  const readings = columnTypes.map((type, index) => readingOf(type, columnNames[index]))
  return rows.map((values) => {
    const row: Record<string, unknown> = {}
    for (const [index, name] of columnNames.entries()) {
      const value = values[index]
      const reading = readings[index]
      row[name] = value === null || !reading ? value : reading(value as string)
    }
    return row
  })
}

/** @throws for a type that no query of this house has asked for so far. */
function readingOf(type: ColumnType, column: string | undefined): Reading | undefined {
  if (READ.has(type)) return undefined
  const reading = READINGS[type]
  if (!reading) throw new Error(`column ${column} is of a type that server/db/own-sql.ts does not read yet`)
  return reading
}
