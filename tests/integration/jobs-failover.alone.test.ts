import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { db } from '@/server/db/client'
import { databaseUrl, env } from '@/server/env'
import type { Job } from '@/server/jobs/jobs'
import { restartJobs, startJobs } from '@/server/jobs/start-jobs'
import { jobWatch } from '@/server/jobs/watch-jobs'
import { jobs } from '@/server/queue/wake'
import { query } from '@/tests/support/embedded-site'
import { hangingProxy } from '@/tests/support/hanging-proxy'

// What docs/operations.md promises.
const PROMISED_MS = 15_000
const PATIENCE_MS = 60_000
const NEVER = '0 0 29 2 *'

const direct = databaseUrl()
let proxy: Awaited<ReturnType<typeof hangingProxy>>
let ran = 0
const list: Record<string, Job> = {
  trial: {
    when: NEVER,
    work: async () => {
      ran += 1
    },
  },
}

beforeEach(async () => {
  proxy = await hangingProxy(direct)
  process.env.DATABASE_URL = proxy.url
  env.reset()
  await startJobs(list)
})
afterEach(async () => {
  const queue = jobs()
  jobs.reset()
  await proxy.close()
  await queue?.close()
})

/** Orders a job as another server would, whose connections work. */
const order = () => query(direct, "INSERT INTO jobs.job (name, policy) VALUES ('trial', 'short')")
const completed = async () =>
  (await query(direct, "SELECT FROM jobs.job WHERE name = 'trial' AND state = 'completed'")).length
/** Waits until a job that was ordered has run, and the queue has noted it. */
async function runsOnce(orders: () => unknown, withinMs = PATIENCE_MS): Promise<void> {
  const before = { ran, completed: await completed() }
  await orders()
  await vi.waitUntil(() => ran > before.ran, { timeout: withinMs })
  await vi.waitUntil(async () => (await completed()) > before.completed, { timeout: PATIENCE_MS })
}

it.each([
  ['for a moment', async () => {}],
  ['for long', () => vi.waitUntil(() => proxy.givenUp() >= 3, { timeout: PATIENCE_MS })],
])('run within 15 seconds after a database that hung %s, and left every connection open', async (_, wait) => {
  await runsOnce(order)
  proxy.hang()
  await order()
  await wait()

  await runsOnce(() => proxy.answer(), PROMISED_MS)
})

it('run again after a queue that died by itself, which the watch replaces while the database answers', async () => {
  const look = jobWatch({ restart: () => restartJobs(list) })
  const now = Date.now()
  const first = jobs()
  await first?.boss.stop({ graceful: false })
  for (const seconds of [0, 30]) await look(new Date(now + seconds * 1000))
  expect(jobs()).toBe(first)

  const heard = vi.spyOn(console, 'log')
  await look(new Date(now + 100_000))

  expect(jobs()).not.toBe(first)
  expect(heard.mock.calls.flat().join()).toContain('"event":"jobs-restarted"')
  await runsOnce(order)
})

it('are told late once when none has run for minutes, also while the database is away, and in time once they run', async () => {
  vi.spyOn(process, 'uptime').mockReturnValue(3600)
  const heard = vi.spyOn(console, 'log')
  const told = () =>
    heard.mock.calls.flat().flatMap((line) => {
      const { event, jobs: names, noneSince } = JSON.parse(String(line))
      return ['jobs-late', 'jobs-in-time'].includes(event) ? [{ event, names, noneSince }] : []
    })
  const now = new Date()
  const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
  let away = false
  const runsAt = (endedAt: Date) => {
    const names = ['mail', 'lists', 'webhooks', 'files', 'recalls', 'surveys', 'reviews', 'staff', 'retention']
    return names.map((name) => ({ name, endedAt, failedAt: null }))
  }
  let runs = runsAt(now)
  const look = jobWatch({
    restart: async () => {},
    runs: async () => {
      if (away) throw new Error('away')
      return runs
    },
  })
  await look(later(1))
  expect(told()).toEqual([])

  away = true
  await look(later(6))
  await look(later(7))
  expect(told()).toMatchObject([{ event: 'jobs-late', noneSince: now.toISOString() }])
  expect(told()[0]?.names).toContain('mail lists')

  away = false
  runs = runsAt(later(8))
  await look(later(8))
  await look(later(9))
  expect(told().map(({ event }) => event)).toEqual(['jobs-late', 'jobs-in-time'])
  expect(await db().jobRun.count()).toBeGreaterThan(0)
})
