import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { afterAll, describe, expect, it } from 'vitest'
import { Prisma, PrismaClient } from '@/generated/prisma/client'
import { closeDatabase, database, db, inTransaction, openDatabase, sql } from '@/server/db/client'
import type { Sql } from '@/server/db/sql'
import { databaseUrl } from '@/server/env'
import { freshDatabase } from '@/tests/support/fresh-database'

const plain = new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl() }) })
const instant = new Date('2026-05-01T09:08:07.065Z')
const id = '018f3d4e-0000-7000-8000-000000000001'

afterAll(() => plain.$disconnect())

describe('SQL of our own', () => {
  it.each<[string, Prisma.Sql]>([
    ['whole numbers', Prisma.sql`select 1::int2 as a, -2147483648 as b, 9007199254740993::int8 as c, null::int8 as d`],
    ['other numbers', Prisma.sql`select 0.1::float8 as a, 1.5::float4 as b, 12345678901234567890.12::numeric as c`],
    ['texts', Prisma.sql`select 'قاضٍ' as a, 'x'::varchar as b, ${id}::uuid as c, ''::text as d, null::text as e`],
    ['truths', Prisma.sql`select true as a, false as b, null::boolean as c`],
    ['times', Prisma.sql`select ${instant}::timestamptz as a, '2026-11-26'::date as b, null::timestamptz as c`],
    [
      'JSON',
      Prisma.sql`select '{"a":[1,null,"x"]}'::json as a, '"text"'::jsonb as b, 'null'::jsonb as c, null::json as d`,
    ],
    [
      'lists',
      Prisma.sql`select array['a', null]::text[] as a, array[1, 2] as b, array[${id}]::uuid[] as c, '{}'::text[] as d`,
    ],
    ['bytes', Prisma.sql`select decode('00ff', 'hex') as a`],
    ['no row', Prisma.sql`select 1 as a where false`],
  ])('gives %s as Prisma gives them', async (_, query) => {
    const [own, prismas] = await Promise.all([sql().$queryRaw<object[]>(query), plain.$queryRaw<object[]>(query)])

    expect(own.map(comparable)).toEqual(prismas.map(comparable))
  })

  it.each<[string, unknown, Prisma.Sql]>([
    ['a text', "d'Alaoui \\ قاضٍ", Prisma.sql`text`],
    ['a number', 41, Prisma.sql`int`],
    ['a fraction', 0.1, Prisma.sql`float8`],
    ['a very whole number', 9007199254740993n, Prisma.sql`int8`],
    ['a truth', false, Prisma.sql`boolean`],
    ['a time', instant, Prisma.sql`timestamptz`],
    ['nothing', null, Prisma.sql`text`],
    ['a list', ['a', 'b"c', ''], Prisma.sql`text[]`],
    ['a list of times', [instant, instant], Prisma.sql`timestamptz[]`],
    ['bytes', new Uint8Array([0, 255]), Prisma.sql`bytea`],
  ])('takes %s as Prisma takes it', async (_, value, type) => {
    const query = Prisma.sql`select (${value}::${type})::text as written`

    expect(await sql().$queryRaw(query)).toEqual(await plain.$queryRaw(query))
  })

  it('takes a query with its values, as a tagged template and as a part of another one', async () => {
    const piece = Prisma.sql`${2}::int + ${3}::int`

    expect(await sql().$queryRaw`select ${1}::int + ${piece} as sum`).toEqual([{ sum: 6 }])
  })

  it('says how many rows it changed', async () => {
    expect(await sql().$executeRaw`insert into "Setting" (name, value) values (${randomUUID()}, 'x')`).toBe(1)
  })

  it('names the column that it cannot read', async () => {
    await expect(sql().$queryRaw`select '10:00'::time as opening`).rejects.toThrow('opening')
  })

  it('belongs to the transaction in which it is called', async () => {
    const key = randomUUID()
    const insert = Prisma.sql`insert into "Setting" (name, value) values (${key}, 'x')`
    const count = Prisma.sql`select count(*)::int as n from "Setting" where name = ${key}`
    const failing = db().$transaction(async (tx) => {
      await tx.$executeRaw(insert)
      expect(await tx.$queryRaw(count)).toEqual([{ n: 1 }])
      expect(await sql().$queryRaw(count)).toEqual([{ n: 0 }])
      throw new Error('changed her mind')
    })

    await expect(failing).rejects.toThrow('changed her mind')
    expect(await sql().$queryRaw(count)).toEqual([{ n: 0 }])
  })

  it('shares the connections of Prisma, and closes them', async () => {
    const { client, sql: own, close } = openDatabase(databaseUrl(), { max: 1 })
    const pid = Prisma.sql`select pg_backend_pid() as pid`
    expect(await own.$queryRaw(pid)).toEqual(await client.$queryRaw(pid))
    await close()
    await expect(own.$queryRaw(pid)).rejects.toThrow('after calling end on the pool')
  })

  it('finds connections again after a command has closed them', async () => {
    const usual = database()
    database.reset()
    expect(await sql().$queryRaw`select 1 as one`).toEqual([{ one: 1 }])
    await closeDatabase()
    expect(await sql().$queryRaw`select 1 as one`).toEqual([{ one: 1 }])
    await closeDatabase()
    database.set(usual)
  })
})

describe('a transaction of our own SQL', () => {
  const insert = (name: string) => Prisma.sql`insert into "Setting" (name, value) values (${name}, 'x')`
  const count = async (name: string) =>
    (await sql().$queryRaw<{ n: number }[]>`select count(*)::int as n from "Setting" where name = ${name}`)[0]?.n

  it('keeps all of it, and gives what its work gives', async () => {
    const name = randomUUID()
    const changed = await inTransaction(async (tx) => {
      const rows = await tx.$executeRaw(insert(name))
      expect(await count(name), 'from outside').toBe(0)
      expect(await tx.$queryRaw`select value from "Setting" where name = ${name}`).toEqual([{ value: 'x' }])
      return rows
    })

    expect([changed, await count(name)]).toEqual([1, 1])
  })

  it.each<[string, (tx: Sql) => Promise<unknown>, RegExp]>([
    ['whoever changes her mind', () => Promise.reject(new Error('changed her mind')), /changed her mind/],
    ['a statement that fails', (tx) => tx.$queryRaw`select 1 / 0`, /division by zero/],
    ['a connection that breaks off', (tx) => tx.$queryRaw`select pg_terminate_backend(pg_backend_pid())`, /terminat/i],
  ])('keeps nothing for %s, and says why', async (_, fail, reason) => {
    const name = randomUUID()
    // More often than there are connections: each must return to the pool.
    for (let turn = 0; turn < 6; turn++) {
      const failing = inTransaction(async (tx) => {
        await tx.$executeRaw(insert(name))
        await fail(tx)
      })
      await expect(failing).rejects.toThrow(reason)
    }

    expect(await count(name)).toBe(0)
  })

  it('waits for its turn if there are more transactions than connections', async () => {
    const names = Array.from({ length: 20 }, () => randomUUID())
    await Promise.all(names.map((name) => inTransaction((tx) => tx.$executeRaw(insert(name)))))

    expect(await Promise.all(names.map(count))).toEqual(names.map(() => 1))
  })
})

it('means the same instant on a server with the time zone of Morocco', async () => {
  const { url, client: before, remove } = await freshDatabase()
  await before.$executeRaw(
    Prisma.raw(`alter database "${new URL(url).pathname.slice(1)}" set timezone to 'Africa/Casablanca'`),
  )
  const { client, sql: own, close } = openDatabase(url)
  try {
    const { id: institutionId } = await client.institution.create({
      data: { kind: 'court', region: 'rabat-sale-kenitra', nameArabic: 'م', nameLatin: 'I', archivedAt: instant },
    })

    const instants = Prisma.sql`
      select "archivedAt" = ${instant} as same, (extract(epoch from "archivedAt") * 1000)::float8 as ms, "archivedAt" as at,
        to_json("archivedAt") as json
      from "Institution" where id = ${institutionId}::uuid`
    for (const on of [own, client]) {
      expect(await on.$queryRaw(instants)).toMatchObject([{ same: true, ms: instant.getTime(), at: instant }])
    }
  } finally {
    await close()
    await remove()
  }
})

/** Reduces bytes to their values and decimals to their digits, because their classes differ from bundle to bundle. */
function comparable(row: object): object {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      if (value instanceof Uint8Array) return [name, [...value]]
      return [name, Prisma.Decimal.isDecimal(value) ? value.toString() : value]
    }),
  )
}
