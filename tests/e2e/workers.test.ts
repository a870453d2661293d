import { once } from 'node:events'
import { request as httpRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { processTree } from '@/bench/processes'
import { ownSite } from '../support/e2e/own-site'
import { COURSE, expect, test } from '../support/e2e/test'
import { readSiteSettings } from '../support/e2e-settings'
import { mailTo } from '../support/outbox'
import type { Site } from '../support/site'

const WORKERS = 2
// The number of name checks allowed per certificate: server/auth/limits.ts.
const HITS = 15
const WINDOW_MS = 300_000

/** The worker processes by their ids, and how long each has worked. */
function workersOf({ pid }: Site): Map<number, number> {
  return new Map(processTree(pid).flatMap((one) => (one.parent === pid ? [[one.pid, one.cpuMs]] : [])))
}

/** Sends a request on a new connection, so that the workers get the requests in turn. */
async function send(url: string, headers: OutgoingHttpHeaders, form?: Record<string, string>): Promise<number> {
  const body = form && new URLSearchParams(form).toString()
  const sent = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': body?.length ?? 0 }
  const call = httpRequest(url, {
    method: form ? 'POST' : 'GET',
    agent: false,
    headers: { ...headers, ...(form && sent) },
  })
  call.end(body)
  const [answer] = (await once(call, 'response')) as [IncomingMessage]
  await buffer(answer)
  return answer.statusCode ?? 0
}

test('two workers know the same sessions, send each letter once, and a killed one comes back', async ({
  login,
  address,
}) => {
  const people = await Promise.all(Array.from({ length: 6 }, () => login({}, null)))
  const site = await ownSite({ WORKERS: String(WORKERS) })
  const outbox = readSiteSettings().DATA_DIR
  const from = { 'x-forwarded-for': address }
  const read = async (times: number) => {
    const answers: number[] = []
    for (let turn = 0; turn < times; turn++) {
      const { cookie } = people[turn % people.length] ?? { cookie: '' }
      answers.push(await send(`${site.url}/ar/learning`, { ...from, cookie: `session=${cookie}` }))
    }
    return answers
  }
  const letters = () => people.map(({ email }) => mailTo(email, outbox).length)
  const once = people.map(() => 1)
  try {
    await expect.poll(() => workersOf(site).size).toBe(WORKERS)
    const before = workersOf(site)
    expect(new Set(await read(40))).toEqual(new Set([200]))
    for (const [pid, cpuMs] of workersOf(site))
      expect(cpuMs).toBeGreaterThan(before.get(pid) ?? Number.POSITIVE_INFINITY)

    await Promise.all(people.map(({ email }) => send(`${site.url}/ar/reset-password`, from, { email })))
    await expect.poll(letters, { timeout: 60_000 }).toEqual(once)

    const [killed = 0] = before.keys()
    process.kill(killed, 'SIGKILL')
    await expect
      .poll(() => [workersOf(site).has(killed), workersOf(site).size], { timeout: 60_000 })
      .toEqual([false, WORKERS])
    expect(new Set(await read(20))).toEqual(new Set([200]))
    expect(letters()).toEqual(once)
  } finally {
    await site.stop()
  }
  expect(workersOf(site).size).toBe(0)
})

test('a rate limit holds across two workers', async ({ sit, rows, address }) => {
  const site = await ownSite({ WORKERS: String(WORKERS) })
  try {
    const window = () => Math.floor(Date.now() / WINDOW_MS)
    let began: number
    let answers: number[]
    do {
      began = window()
      const { someone } = await sit()
      await rows.handIn(someone, COURSE, 'right')
      const url = `${site.url}/ar/verify/${(await rows.certificateOf(someone)).number}`
      answers = []
      for (let turn = 0; turn < HITS + 5; turn++) {
        // Each window uses another address, because the last answers of the previous window still count in it.
        answers.push(
          await send(url, { 'x-forwarded-for': address.replace(/\d+$/, `${began % 250}`) }, { name: 'Somebody Else' }),
        )
      }
    } while (window() !== began) // if the window rolled over meanwhile, once more with another certificate
    expect(answers).toEqual(answers.map((_, turn) => (turn < HITS ? 200 : 429)))
  } finally {
    await site.stop()
  }
})
