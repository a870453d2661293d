import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepSending, sendWaiting } from './send-waiting'
import { stateOf } from './state-of'
import { allWaiting, forgetWaiting, keepWaiting, ownerHere, type Waiting, waitingOf } from './waiting-acts'

const place = { courseId: 'detection', lessonId: 'signs', releaseId: '0198c0de-0000-7000-8000-000000000001' }
const answered = (questionId: string, at = 1): Waiting => ({ ...place, at, practice: { questionId, answer: ['a'] } })
const done: Waiting = { ...place, at: 5 }

/** A fake storage of the browser. `full` refuses writes; `forbidden` throws on every access. */
function storage(kind: 'open' | 'full' | 'forbidden'): object {
  const refuse = () => {
    throw new DOMException('no', 'QuotaExceededError')
  }
  const held: Record<string, unknown> = {}
  const methods = {
    getItem: (name: string) => held[name] ?? null,
    setItem: (name: string, value: string) => void Object.assign(held, { [name]: value }),
    removeItem: (name: string) => void delete held[name],
  }
  if (kind === 'forbidden') return { getItem: refuse, setItem: refuse, removeItem: refuse }
  for (const [name, value] of Object.entries(kind === 'full' ? { ...methods, setItem: refuse } : methods)) {
    Object.defineProperty(held, name, { value, enumerable: false, configurable: true })
  }
  return held
}

type Answer = string | number | 'down'
/** A site at which `signedIn` is signed in. It answers each act with the next of `answers`, and "saved" after the last. */
function site(signedIn: string | null | 'down', ...answers: Answer[]) {
  const sent: { owner: string; ageMs: number; practice?: { questionId: string } }[] = []
  vi.stubGlobal('fetch', async (address: string, { body }: { body?: string } = {}) => {
    if (signedIn === 'down') throw new TypeError('Failed to fetch')
    if (address === '/api/account/owner') return Response.json({ owner: signedIn })
    const answer = answers.shift() ?? 'saved'
    if (answer === 'down') throw new TypeError('Failed to fetch')
    sent.push(JSON.parse(body ?? ''))
    return typeof answer === 'number' ? Response.json({}, { status: answer }) : Response.json({ outcome: answer })
  })
  return sent
}

beforeEach(() => {
  vi.stubGlobal('localStorage', storage('open'))
  vi.stubGlobal('navigator', {})
})
afterEach(() => vi.unstubAllGlobals())

describe('what was done in a kept lesson', () => {
  it('is sent once, in the order in which it was done, with its age', async () => {
    keepWaiting('her', answered('p1', Date.now() - 60_000))
    keepWaiting('her', done)
    const sent = site('her')

    expect(await sendWaiting()).toEqual({ state: 'sent', signedIn: 'her' })
    expect(await sendWaiting()).toEqual({ state: 'sent', signedIn: null })

    expect(sent.map(({ practice }) => practice?.questionId)).toEqual(['p1', undefined])
    expect(sent[0]?.ageMs).toBeGreaterThanOrEqual(60_000)
    expect(sent[0]).not.toHaveProperty('at')
    expect(allWaiting()).toEqual([])
  })

  it('asks nothing of the site while nothing waits', async () => {
    vi.stubGlobal('fetch', () => expect.unreachable())
    expect(await sendWaiting()).toEqual({ state: 'sent', signedIn: null })
  })

  it.each([
    ['down', 'no-network'],
    [500, 'busy'],
    [503, 'busy'],
    [429, 'busy'],
    [401, 'signed-out'],
    [409, 'signed-out'],
  ] as const)('waits if the site answers %s', async (answer, state) => {
    keepWaiting('her', answered('p1'))
    site('her', answer)

    expect((await sendWaiting()).state).toBe(state)
    expect(waitingOf('her')).toEqual([answered('p1')])
  })

  it.each(['stale', 'changed', 'unfinished', 'unkept', 400, 404] as const)(
    'is sent no more if the site answers %s, and waits for her to be told',
    async (answer) => {
      keepWaiting('her', answered('p1'))
      const sent = site('her', answer)

      expect((await sendWaiting()).state).toBe('sent')
      await sendWaiting()

      expect(sent).toHaveLength(1)
      const outcome = typeof answer === 'number' ? 'refused' : answer
      expect(waitingOf('her')).toEqual([{ ...answered('p1'), outcome }])
    },
  )

  it('is not sent if another person is signed in, or nobody', async () => {
    keepWaiting('her', answered('p1'))
    keepWaiting('him', answered('p1'))
    const sent = site('him')
    expect(await sendWaiting()).toEqual({ state: 'sent', signedIn: 'him' })
    site(null)
    expect(await sendWaiting()).toEqual({ state: 'signed-out', signedIn: null })
    site('down')
    expect(await sendWaiting()).toEqual({ state: 'no-network', signedIn: null })

    expect(sent.map(({ owner }) => owner)).toEqual(['him'])
    expect(allWaiting()).toEqual([{ owner: 'her', act: answered('p1') }])
  })

  it('is replaced by a later answer to the same question, also by one that is given during the sending', async () => {
    keepWaiting('her', answered('p1', 1))
    keepWaiting('her', answered('p1', 2))
    expect(waitingOf('her')).toEqual([answered('p1', 2)])

    const later = { ...answered('p1', 3), practice: { questionId: 'p1', answer: ['b'] } }
    const sent: unknown[] = []
    vi.stubGlobal('fetch', async (address: string, init?: RequestInit) => {
      if (address === '/api/account/owner') return Response.json({ owner: 'her' })
      sent.push(JSON.parse(String(init?.body)).practice.answer)
      if (waitingOf('her')[0]?.at === 2) keepWaiting('her', later)
      return Response.json({ outcome: 'saved' })
    })
    await sendWaiting()
    expect(sent).toEqual([['a'], ['b']])
    expect(waitingOf('her')).toEqual([])
  })

  it('tells who was last signed in here, until it is deleted from the device', async () => {
    keepWaiting('her', answered('p1'))
    site('him')
    await sendWaiting()
    expect(ownerHere()).toBe('him')
    forgetWaiting()
    expect([ownerHere(), allWaiting()]).toEqual([null, []])
  })
})

describe('a busy site', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  /** A site that answers the first `times` requests with `status`, whatever they ask for. */
  function busySite(times: number, status: number, retryAfter?: string) {
    const asked: string[] = []
    vi.stubGlobal('fetch', async (address: string) => {
      asked.push(address)
      const headers = new Headers(retryAfter === undefined ? {} : { 'retry-after': retryAfter })
      if (asked.length <= times) return new Response(null, { status, headers })
      return Response.json(address === '/api/account/owner' ? { owner: 'her' } : { outcome: 'saved' })
    })
    return asked
  }

  it.each([
    [503, undefined, 30_000],
    [429, '60', 60_000],
    [503, '1', 5000],
    [500, '86400', 600_000],
    [429, 'Fri, 27 Nov 2026 23:00:00 GMT', 30_000],
  ] as const)(
    'that answers %i with “Retry-After: %s” is asked again by itself, after %i ms',
    async (status, after, ms) => {
      keepWaiting('her', answered('p1'))
      const asked = busySite(1, status, after)
      const said: string[] = []

      await keepSending(({ state }) => void said.push(state))
      await vi.advanceTimersByTimeAsync(ms - 1)
      expect([said, asked.length]).toEqual([['busy'], 1])
      await vi.advanceTimersByTimeAsync(1)

      expect(said).toEqual(['busy', 'sent'])
      expect(allWaiting()).toEqual([])
    },
  )

  it('is asked again by one timer, however often the sending begins', async () => {
    keepWaiting('her', answered('p1'))
    const asked = busySite(3, 503)
    for (let n = 0; n < 3; n += 1) await keepSending()
    await vi.advanceTimersByTimeAsync(30_000)
    // Three refused requests, then one that asks who is signed in, and one that sends what waits.
    expect(asked).toHaveLength(5)
    await vi.advanceTimersByTimeAsync(600_000)
    expect(asked).toHaveLength(5)
  })

  it('differs from a missing network, for which no timer is set', async () => {
    keepWaiting('her', answered('p1'))
    site('down')
    await keepSending()
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe.each(['full', 'forbidden'] as const)('where storage is %s', (kind) => {
  it('nothing is said to be kept, and nothing fails', async () => {
    vi.stubGlobal('localStorage', storage(kind))
    expect(keepWaiting('her', answered('p1'))).toBe(false)
    expect(await sendWaiting()).toEqual({ state: 'sent', signedIn: null })
    forgetWaiting()
  })
})

it('an act is not sent again and again if there is no room to store its outcome', async () => {
  keepWaiting('her', answered('p1'))
  const sent = site('her', 'changed', 'changed')
  const { setItem } = localStorage
  Object.defineProperty(localStorage, 'setItem', {
    value: (name: string, value: string) => {
      if (value.includes('outcome')) throw new DOMException('no', 'QuotaExceededError')
      setItem(name, value)
    },
  })
  await sendWaiting()
  expect([sent.length, waitingOf('her')]).toEqual([1, []])
})

it.each([
  [{ state: 'sent', signedIn: 'him' }, 'other'],
  [{ state: 'sent', signedIn: 'her' }, 'no-network'],
  [{ state: 'signed-out', signedIn: null }, 'signed-out'],
  [{ state: 'no-network', signedIn: null }, 'no-network'],
  [{ state: 'busy', signedIn: 'her' }, 'busy'],
] as const)('says after %j why it waits: %s', (sent, said) => {
  expect(stateOf('her', answered('p1'), sent)).toBe(said)
  expect(stateOf('her', { ...answered('p1'), outcome: 'changed' }, sent)).toBe('changed')
})
