import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { GET as getLive } from '@/app/api/health/live/route'
import { GET as getReady } from '@/app/api/health/ready/route'
import { GET as getHealth } from '@/app/api/health/route'
import { database, db, openDatabase, sql } from '@/server/db/client'
import { databaseUrl } from '@/server/env'
import { hangingProxy } from '@/tests/support/hanging-proxy'

const given = database()
let proxy: Awaited<ReturnType<typeof hangingProxy>>

beforeAll(async () => {
  proxy = await hangingProxy(databaseUrl())
  database.set(openDatabase(proxy.url))
})
afterEach(() => vi.restoreAllMocks())
afterAll(async () => {
  const proxied = database()
  database.set(given)
  await proxy.close()
  await proxied.close()
})

const read = async (response: Response) => [response.status, await response.json()]

describe('the health of the site', () => {
  it('is ready with its jobs in time, then late when none has run for minutes, which the short form does not tell', async () => {
    vi.spyOn(process, 'uptime').mockReturnValue(3600)
    const names = ['mail', 'lists', 'webhooks', 'files', 'recalls', 'surveys', 'reviews', 'staff', 'retention']
    await db().jobRun.createMany({ data: names.map((name) => ({ name, endedAt: new Date() })) })
    expect(await read(await getReady())).toEqual([200, { status: 'ok', jobs: 'in-time' }])

    await db().jobRun.updateMany({ data: { endedAt: new Date(Date.now() - 6 * 60_000) } })
    expect(await read(await getReady())).toEqual([200, { status: 'ok', jobs: 'late' }])
    expect(await read(await getHealth())).toEqual([200, { status: 'ok' }])
  })

  it('is told before a database that hangs answers or is given up', async () => {
    vi.spyOn(console, 'log').mockImplementation(() => {})
    await sql().$queryRaw`select 1`
    proxy.hang()
    // As many as the site has connections, asked earlier: whoever waits for the database is answered after them.
    const queries = Array.from({ length: 4 }, () => sql().$queryRaw`select 1`.catch(() => 'given up'))
    const first = (asked: Promise<Response>) => Promise.race([...queries, asked.then(({ status }) => status)])

    expect(await first(getHealth())).toBe(503)
    expect(await first(getReady())).toBe(503)
    expect(await read(await getReady())).toEqual([503, { status: 'unavailable' }])
    expect(await read(getLive())).toEqual([200, { status: 'ok' }])

    proxy.answer()
    await Promise.all(queries)
    await expect.poll(async () => (await getHealth()).status, { timeout: 60_000 }).toBe(200)
  })
})
