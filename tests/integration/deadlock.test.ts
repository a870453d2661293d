import { describe, expect, it } from 'vitest'
import { Prisma } from '@/generated/prisma/client'
import { db, inTransaction, sql, type Tx } from '@/server/db/client'
import type { Sql } from '@/server/db/sql'
import { isConflict } from '@/server/db/unreachable'
import { toErrorResponse } from '@/server/respond'
import { insertPerson } from '@/tests/support/people'
import { itWherePostgresEndsWaits } from '@/tests/support/postgres-waits'

type Run = (work: (tx: Sql) => Promise<void>) => Promise<void>
const WAYS: [string, Run][] = [
  ['raw SQL', (work) => inTransaction(work)],
  ['Prisma', (work) => db().$transaction((tx) => work(tx))],
]
const raise = (code: string) => Prisma.raw(`do $$ begin raise exception 'undone' using errcode = '${code}'; end $$`)

/** Resolves for everybody when `count` have come. */
function meeting(count: number) {
  let come = 0
  let open = () => {}
  const all = new Promise<void>((resolve) => {
    open = resolve
  })
  return () => {
    come += 1
    if (come >= count) open()
    return all
  }
}

describe('two transactions that wait for each other', () => {
  itWherePostgresEndsWaits.each(WAYS)('are both carried out, once each (%s)', async (_, run) => {
    const [one, two] = [await insertPerson({ institution: '' }), await insertPerson({ institution: '' })]
    const meet = meeting(2)
    let runs = 0
    const write = (tx: Sql, id: string, letter: string) =>
      tx.$executeRaw`update "Account" set institution = institution || ${letter} where id = ${id}::uuid`
    const both = (first: string, then: string, letter: string) =>
      run(async (tx) => {
        runs += 1
        await write(tx, first, letter)
        await meet()
        await write(tx, then, letter)
      })

    await Promise.all([both(one.accountId, two.accountId, 'a'), both(two.accountId, one.accountId, 'b')])

    expect(runs).toBe(3)
    const rows = await db().account.findMany({ where: { id: { in: [one.accountId, two.accountId] } } })
    const letters = rows.map(({ institution }) => [...institution].toSorted().join(''))
    expect(letters).toEqual(['ab', 'ab'])
  })

  itWherePostgresEndsWaits('are both carried out if the models of Prisma write', async () => {
    const [one, two] = [await insertPerson({ institution: '' }), await insertPerson({ institution: '' })]
    const meet = meeting(2)
    let runs = 0
    const write = (tx: Tx, id: string) => tx.account.update({ where: { id }, data: { institution: 'changed' } })
    const both = (first: string, then: string) =>
      db().$transaction(async (tx) => {
        runs += 1
        await write(tx, first)
        await meet()
        await write(tx, then)
      })

    await Promise.all([both(one.accountId, two.accountId), both(two.accountId, one.accountId)])
    expect(runs).toBe(3)
  })
})

describe('a transaction that is undone each time', () => {
  it.each(WAYS)('is given up after the third time, and answered with "try again" (%s)', async (_, run) => {
    for (const code of ['40P01', '40001']) {
      let runs = 0
      const answer = await toErrorResponse(async () => {
        await run(async (tx) => {
          runs += 1
          await tx.$executeRaw(raise(code))
        })
        return Response.json({})
      })
      expect([answer.status, await answer.json(), runs]).toEqual([503, { code: 'unavailable' }, 3])
    }
  })

  it.each(WAYS)('is not repeated for another error (%s)', async (_, run) => {
    let runs = 0
    const failed = run(async (tx) => {
      runs += 1
      await tx.$executeRaw(raise('23514'))
    })
    await expect(failed).rejects.toThrow()
    expect(runs).toBe(1)
  })

  it('is repeated as a whole if it is a list of statements', async () => {
    const { accountId } = await insertPerson({ institution: '' })
    // A sequence counts on when its transaction is undone.
    await db().$executeRaw`create sequence "undone_once"`
    const undoneOnce = `begin if nextval('undone_once') = 1 then raise 'undone' using errcode = '40P01'; end if; end`
    await db().$transaction([
      db().$executeRaw`update "Account" set institution = institution || 'a' where id = ${accountId}::uuid`,
      db().$executeRaw(Prisma.raw(`do $$ ${undoneOnce} $$`)),
    ])
    await db().$executeRaw`drop sequence "undone_once"`
    expect(await db().account.findUnique({ where: { id: accountId } })).toMatchObject({ institution: 'a' })
  })

  it('is recognised outside of a transaction too, by statements of both clients', async () => {
    for (const on of [sql(), db()]) {
      const error = await on.$executeRaw(raise('40P01')).catch((reason: unknown) => reason)
      expect(isConflict(error)).toBe(true)
    }
  })
})
