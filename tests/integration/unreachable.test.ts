import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { GET as getAccount, POST as postAccount } from '@/app/[locale]/(learn)/account/route'
import { GET as getLearning } from '@/app/[locale]/(learn)/learning/route'
import { GET as getCourse } from '@/app/[locale]/(public)/courses/[course]/route'
import { POST as postStart } from '@/app/[locale]/(public)/courses/[course]/start/route'
import { GET as getNothing } from '@/app/[locale]/[...rest]/route'
import { PUT as putAnswer } from '@/app/api/exam/answers/route'
import { Prisma } from '@/generated/prisma/client'
import { translator } from '@/i18n/translator'
import { database, openDatabase } from '@/server/db/client'
import type { Sql } from '@/server/db/sql'
import { isUnreachable } from '@/server/db/unreachable'
import { databaseUrl } from '@/server/env'
import { examinee, RIGHT } from '@/tests/support/exam-room'
import { callAs } from '@/tests/support/next-headers'
import { freePort } from '@/tests/support/site'

const alive = database()
const dead = openDatabase(`postgresql://nobody@127.0.0.1:${await freePort()}/nothing`)
/** A database as a standby is until it has been promoted: it answers, and refuses to write. */
const standby = openDatabase(databaseUrl(), { options: '-c default_transaction_read_only=on' })
/** Terminates the connection that runs it. */
const endOf = (on: Pick<Sql, '$queryRaw'>) => on.$queryRaw`select pg_terminate_backend(pg_backend_pid())`
const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  )

afterEach(() => database.set(alive))
afterAll(() => standby.close())

describe('isUnreachable', () => {
  it.each([
    ['a statement', () => dead.sql.$queryRaw`select 1`],
    ['a statement of Prisma', () => dead.client.$queryRaw`select 1`],
    ['a look-up', () => dead.client.account.findFirst()],
    ['a transaction', () => dead.inTransaction((tx) => tx.$queryRaw`select 1`)],
    ['a transaction of Prisma', () => dead.client.$transaction(async (tx) => tx.account.count())],
  ])('recognises an absent database by the failure of %s', async (_, work) => {
    expect(isUnreachable(await failureOf(work()))).toBe(true)
  })

  it.each([
    ['a statement', () => endOf(alive.sql)],
    ['a statement of Prisma', () => endOf(alive.client)],
    ['a transaction', () => alive.inTransaction(endOf)],
    ['a transaction of Prisma', () => alive.client.$transaction(endOf)],
  ])('recognises a connection that breaks off in the middle of %s', async (_, work) => {
    expect(isUnreachable(await failureOf(work()))).toBe(true)
    expect(await alive.sql.$queryRaw`select 1 as one`).toEqual([{ one: 1 }])
  })

  it.each([
    ['57P01', '57P02', '57P03', '57P05', '25P03', '53300'],
    ['08000', '08001', '08003', '08004', '08006', '08007', '08P01'],
    ['25006'],
    ['40P01', '40001'],
  ])(
    'recognises a database that stops, starts, lost a connection, is being promoted or undid the work, by its code (%s …)',
    async (...codes) => {
      for (const code of codes) {
        const raise = Prisma.raw(`do $$ begin raise exception 'stopped' using errcode = '${code}'; end $$`)
        expect([code, isUnreachable(await failureOf(alive.sql.$executeRaw(raise)))]).toEqual([code, true])
        expect([code, isUnreachable(await failureOf(alive.client.$executeRaw(raise)))]).toEqual([code, true])
      }
    },
  )

  it.each([
    ['a statement', () => standby.sql.$executeRaw`delete from "Session"`],
    ['a statement of Prisma', () => standby.client.session.deleteMany()],
    ['a transaction of Prisma', () => standby.client.$transaction((tx) => tx.session.deleteMany())],
  ])('recognises a server that may not be written to yet by the failure of %s', async (_, work) => {
    expect(isUnreachable(await failureOf(work()))).toBe(true)
  })

  it.each([
    ['a query that is wrong', () => alive.sql.$queryRaw`select nothing`],
    ['a value that is no uuid', () => alive.sql.$queryRaw`select ${'x'}::uuid`],
    ['a value that Prisma finds no uuid', () => alive.client.$queryRaw`select ${'x'}::uuid`],
  ])('takes %s for a bug', async (_, work) => {
    expect(isUnreachable(await failureOf(work()))).toBe(false)
  })

  it('is false for any other error', () => {
    for (const error of [null, 'ECONNREFUSED', new Error('no'), new TypeError('timeout')]) {
      expect(isUnreachable(error)).toBe(false)
    }
  })
})

describe('while the database is away', () => {
  const url = (path: string) => `http://localhost:3000${path}`
  const params = <T>(value: T) => ({ params: Promise.resolve(value) })

  it('every route says so in the reader’s language, and works again when the database is back', async () => {
    const her = await examinee()
    await her.start()
    await callAs(her.sessionId)
    const course = { locale: 'fr', course: her.courseId }
    const read = () => getCourse(new Request(url(`/fr/courses/${her.courseId}`)), params(course))
    const form = () =>
      postStart(new Request(url('/'), { method: 'POST', body: new URLSearchParams({ a: 'b' }) }), params(course))
    const attemptId = (await her.attempt()).id
    const save = () =>
      putAnswer(
        new Request(url('/api/exam/answers'), {
          method: 'PUT',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ courseId: her.courseId, attemptId, saved: { position: 1, answer: RIGHT } }),
        }),
      )

    const french = params({ locale: 'fr' })
    const learning = () => getLearning(new Request(url('/fr/learning')), french)
    const account = () => getAccount(new Request(url('/fr/account')), french)
    const profile = { act: 'profile', function: 'judge', institution: 'Fès', locale: 'fr' }
    const change = () =>
      postAccount(new Request(url('/fr/account'), { method: 'POST', body: new URLSearchParams(profile) }), french)

    database.set(dead)
    for (const ask of [read, form, learning, account, change]) {
      const page = await ask()
      expect(page.status).toBe(503)
      expect(await page.text()).toContain(translator('fr')('errors.unavailable'))
    }
    const saved = await save()
    expect([saved.status, await saved.json()]).toEqual([503, { code: 'unavailable' }])
    expect((await getNothing(new Request(url('/fr/nothing')), params({ locale: 'fr' }))).status).toBe(404)

    database.set(alive)
    expect([(await read()).status, (await form()).status, (await save()).status]).toEqual([200, 303, 200])
    expect([(await learning()).status, (await account()).status, (await change()).status]).toEqual([200, 200, 303])
  })
  it('a server that may not be written to yet shows pages, and gives a form back with what was typed', async () => {
    const her = await examinee()
    await her.start()
    await callAs(her.sessionId)
    const french = params({ locale: 'fr' })
    const typed = { act: 'profile', function: 'judge', institution: 'Tribunal de Sefrou', locale: 'fr' }
    const change = () =>
      postAccount(new Request(url('/fr/account'), { method: 'POST', body: new URLSearchParams(typed) }), french)

    database.set(standby)
    expect((await getAccount(new Request(url('/fr/account')), french)).status).toBe(200)
    const page = await change()
    expect(page.status).toBe(503)
    const html = await page.text()
    expect(html).toContain(translator('fr')('errors.unavailable'))
    expect(html).toContain(typed.institution)

    database.set(alive)
    expect((await change()).status).toBe(303)
  })
})
