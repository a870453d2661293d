import { afterEach, expect, it, vi } from 'vitest'
import { sendAnswer } from './send-answer'

const NOW = Date.parse('2026-11-24T10:00:00Z')
const DAY_MS = 86_400_000

function answering(status: number, body: object | null = {}) {
  const fetch = vi.fn(async (_: string, init: RequestInit) => {
    void init
    return body ? Response.json(body, { status }) : new Response(null, { status })
  })
  vi.stubGlobal('fetch', fetch)
  return fetch
}

const send = (at = NOW) => sendAnswer('fundamentals', 'attempt', { position: 1, answer: ['a'], at })

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

it.each([
  [204, null, 'saved'],
  [200, { outcome: 'saved' }, 'saved'],
  [200, { outcome: 'stale' }, 'stale'],
  [401, {}, 'signed-out'],
  [403, {}, 'signed-out'],
  [409, {}, 'closed'],
  [429, {}, 'offline'],
  [500, {}, 'offline'],
  [503, {}, 'offline'],
  [400, {}, 'refused'],
] as const)('reads the status %d %j as %s', async (status, body, sent) => {
  answering(status, body)

  expect(await send()).toBe(sent)
})

it('reads a network failure as being offline', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))

  expect(await send()).toBe('offline')
})

it('reads a request that hangs as being offline after ten seconds', async () => {
  const hung = new AbortController()
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(hung.signal)
  vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) => {
    signal?.throwIfAborted()
    return new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
  })
  const sent = send()
  hung.abort(new DOMException('', 'TimeoutError'))

  expect(await sent).toBe('offline')
  expect(timeout).toHaveBeenCalledExactlyOnceWith(10_000)
})

it.each([
  ['a second', -1000, 1000],
  ['nothing, with a clock that was set back', 5000, 0],
  ['a year at most, with a clock that was wrong', -9000 * DAY_MS, 365 * DAY_MS],
])('says that an answer waited %s', async (_, since, ageMs) => {
  vi.useFakeTimers({ now: NOW })
  const fetch = answering(200, { outcome: 'saved' })
  await send(NOW + since)

  expect(JSON.parse(String(fetch.mock.calls[0]?.[1]?.body)).saved).toEqual({ position: 1, answer: ['a'], ageMs })
})
