import 'server-only'
import {
  type ArgType,
  type ColumnType,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlDriverAdapterFactory,
  type SqlQuery,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils'
import { Prisma, PrismaClient } from '@/generated/prisma/client'

type Statement = [text: TemplateStringsArray | Prisma.Sql, ...values: unknown[]]

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
  const { $queryRaw, $executeRaw, $disconnect } = client
  return Object.assign(client, {
    // A transaction inherits these: on it they are Prisma's, and stay on its connection.
    async $queryRaw(this: unknown, ...statement: Statement) {
      if (this !== client) return $queryRaw.apply(this, statement)
      return rowsOf(await (await adapter.connect()).queryRaw(queryOf(statement)))
    },
    async $executeRaw(this: unknown, ...statement: Statement) {
      if (this !== client) return $executeRaw.apply(this, statement)
      return (await adapter.connect()).executeRaw(queryOf(statement))
    },
    async $disconnect() {
      await $disconnect.call(client)
      await adapter.close()
    },
  })
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
