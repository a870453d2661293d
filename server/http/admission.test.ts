import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { admission, ceilingsFor } from './admission'

const LIMITS = { read: { atOnce: 2, waiting: 2 }, write: { atOnce: 1, waiting: 1 } }
const PATIENCE_MS = 8000

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/**
 * A site with these limits. Each `ask` reports the state of its request; `finish` sends the response, `leave` closes
 * the client's connection.
 */
function site() {
  const admit = admission(LIMITS, PATIENCE_MS)
  return {
    ask(url = '/fr', method = 'GET') {
      const response = Object.assign(new EventEmitter(), { writableFinished: false })
      let end = () => {}
      const asked = { state: 'waiting', finish: () => {}, leave: () => {}, endOfHandler: () => end() }
      admit({ url, method }, response, {
        handle: () => {
          asked.state = 'handled'
          return new Promise<void>((resolve) => {
            end = resolve
          })
        },
        refuse: () => {
          asked.state = 'refused'
        },
      })
      asked.finish = () => {
        response.writableFinished = true
        response.emit('close')
      }
      asked.leave = () => response.emit('close')
      return asked
    },
  }
}
const states = (asked: readonly { state: string }[]) => asked.map(({ state }) => state)

it('handles as many at once as it may, and the next ones in turn as places become free', async () => {
  const { ask } = site()
  const asked = [ask(), ask(), ask(), ask()]
  expect(states(asked)).toEqual(['handled', 'handled', 'waiting', 'waiting'])

  asked[1]?.finish()
  await vi.advanceTimersByTimeAsync(0)
  expect(states(asked)).toEqual(['handled', 'handled', 'handled', 'waiting'])
})

it('waits for the next turn of the event loop, so that connections and timers are served in between', async () => {
  const { ask } = site()
  const asked = [ask(), ask(), ask()]
  asked[0]?.finish()
  for (let microtask = 0; microtask < 10; microtask++) await null
  expect(asked[2]?.state).toBe('waiting')

  await vi.advanceTimersByTimeAsync(0)
  expect(asked[2]?.state).toBe('handled')
})

it('refuses at once when too many wait already', () => {
  const { ask } = site()

  expect(states([ask(), ask(), ask(), ask(), ask()]).at(-1)).toBe('refused')
})

it('refuses a request that has waited too long, and frees its place in the queue', async () => {
  const { ask } = site()
  const asked = [ask(), ask(), ask(), ask()]
  await vi.advanceTimersByTimeAsync(PATIENCE_MS)
  expect(states(asked)).toEqual(['handled', 'handled', 'refused', 'refused'])

  const later = ask()
  asked[0]?.finish()
  await vi.advanceTimersByTimeAsync(0)
  expect(later.state).toBe('handled')
})

it('forgets a request whose client left while it waited', async () => {
  const { ask } = site()
  const asked = [ask(), ask(), ask()]
  asked[2]?.leave()
  asked[0]?.finish()
  await vi.advanceTimersByTimeAsync(PATIENCE_MS)

  expect(states(asked)).toEqual(['handled', 'handled', 'waiting'])
})

it('holds the place of a request whose client has gone until its handler ends', async () => {
  const { ask } = site()
  const [gone, , waiting] = [ask(), ask(), ask()]
  gone.leave()
  await vi.advanceTimersByTimeAsync(1)
  expect(waiting.state).toBe('waiting')

  gone.endOfHandler()
  await vi.advanceTimersByTimeAsync(1)
  expect(waiting.state).toBe('handled')
})

it('frees the place of a handler that never ends, after a timeout', async () => {
  const { ask } = site()
  const [gone] = [ask(), ask()]
  gone.leave()
  await vi.advanceTimersByTimeAsync(15_001)

  expect(ask().state).toBe('handled')
})

it('counts requests that write apart from requests that read', () => {
  const { ask } = site()
  ask()
  ask()

  expect(ask('/fr/sign-in', 'POST').state).toBe('handled')
})

it.each(['/api/health', '/api/health?x', '/api/health/live', '/api/health/ready', '/robots.txt'])(
  'never keeps %s waiting',
  (url) => {
    const { ask } = site()
    ask()
    ask()

    expect(ask(url).state).toBe('handled')
  },
)

it.each([1, 2, 4, 64])(
  'lets no more in over %i workers than one core each can do, and no more wait than over one',
  (workers) => {
    const [alone, each] = [ceilingsFor(1), ceilingsFor(workers)]
    for (const kind of ['read', 'write'] as const) {
      expect(each[kind].atOnce * workers).toBeLessThanOrEqual(
        Math.max(alone[kind].atOnce, workers * (kind === 'read' ? 8 : 16)),
      )
      expect(each[kind].atOnce).toBeGreaterThanOrEqual(kind === 'read' ? 8 : 16)
      expect(each[kind].waiting * workers).toBeLessThan(alone[kind].waiting + workers)
    }
  },
)

it('lets two workers in together what one lets in alone', () => {
  expect(ceilingsFor(2)).toEqual({ read: { atOnce: 8, waiting: 500 }, write: { atOnce: 32, waiting: 500 } })
})
