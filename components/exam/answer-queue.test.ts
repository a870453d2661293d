import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AnswerQueue } from './answer-queue'
import type { SaveStatus } from './save-state'

const first = { position: 1, answer: ['a'], at: 1 }
const second = { position: 2, answer: ['b'], at: 2 }

/** A fake storage of the browser. `full` refuses writes; `forbidden` throws on every access. */
function storage(kind: 'open' | 'full' | 'forbidden') {
  const held = new Map<string, string>()
  const refuse = () => {
    throw new DOMException('no', 'QuotaExceededError')
  }
  const open = {
    getItem: (name: string) => held.get(name) ?? null,
    setItem: (name: string, value: string) => void held.set(name, value),
    removeItem: (name: string) => void held.delete(name),
  }
  if (kind === 'full') return { ...open, setItem: refuse }
  return kind === 'forbidden' ? { getItem: refuse, setItem: refuse, removeItem: refuse } : open
}

/** Answers each request with the next of these statuses, and with 200 after the last. `down`: no connection. */
function server(...statuses: (number | 'down')[]) {
  const sent: unknown[] = []
  vi.stubGlobal('fetch', async (_: string, { body }: { body: string }) => {
    const status = statuses.shift() ?? 200
    if (status === 'down') throw new TypeError('Failed to fetch')
    sent.push(JSON.parse(body).saved.position)
    return Response.json({ outcome: 'saved' }, { status })
  })
  return sent
}

function queueOf(attemptId: string = randomUUID()) {
  const shown: SaveStatus[] = []
  return { shown, queue: new AnswerQueue('fundamentals', attemptId, (status) => shown.push(status)) }
}

afterEach(() => vi.unstubAllGlobals())

describe.each(['full', 'forbidden'] as const)('where storage is %s, an answer', (kind) => {
  beforeEach(() => vi.stubGlobal('localStorage', storage(kind)))

  it('is still sent, once', async () => {
    const sent = server()
    const { queue, shown } = queueOf()

    expect(await queue.add(first)).toBe(true)
    expect(await queue.sendAll()).toBe(true)

    expect(sent).toEqual([1])
    expect(shown).toEqual(['saving', 'saved'])
    expect(queue.isUnpersisted()).toBe(false)
  })

  it('waits while the server is down, is reported as not stored, and is sent later', async () => {
    server('down')
    const { queue, shown } = queueOf()

    expect(await queue.add(first)).toBe(false)
    expect(shown.at(-1)).toBe('notStored')
    expect(queue.waiting()).toEqual([first])
    expect(queue.isUnpersisted()).toBe(true)

    expect(await queue.sendAll()).toBe(true)
    expect(shown.at(-1)).toBe('saved')
    expect(queue.isUnpersisted()).toBe(false)
  })

  it('waits on this page if its author was signed out', async () => {
    server(401)
    const { queue, shown } = queueOf()

    expect(await queue.add(first)).toBe(false)
    expect(shown.at(-1)).toBe('notStoredSignIn')
    expect(queue.waiting()).toEqual([first])
  })

  it('is dropped if the exam was already handed in', async () => {
    server(409)
    const { queue, shown } = queueOf()

    expect(await queue.add(first)).toBe(true)
    expect(shown.at(-1)).toBe('closed')
    expect(queue.waiting()).toEqual([])
  })
})

describe('where storage works, an answer', () => {
  beforeEach(() => vi.stubGlobal('localStorage', storage('open')))

  it('that could not be sent is kept for the next page', async () => {
    server('down')
    const attemptId = randomUUID()
    const { queue, shown } = queueOf(attemptId)

    expect(await queue.add(first)).toBe(false)

    expect(shown.at(-1)).toBe('queued')
    expect(queue.isUnpersisted()).toBe(false)
    expect(queueOf(attemptId).queue.waiting()).toEqual([first])
  })

  it('waits beside the flag of the same question, each as it was given', async () => {
    server('down', 'down')
    const { queue } = queueOf()
    const flag = { position: 1, flagged: true, at: 2 }
    await queue.add(first)
    await queue.add(flag)

    expect(queue.waiting()).toEqual([first, flag])
  })

  it('is reported as saved only once its flag is saved too, and as overtaken even if the flag was not', async () => {
    const { queue, shown } = queueOf()
    server('down', 'down', 200, 200)
    await queue.add(first)
    await queue.add({ position: 1, flagged: true, at: 2 })
    expect(await queue.sendAll()).toBe(true)
    expect(shown.filter((status) => status === 'saved')).toHaveLength(1)

    vi.stubGlobal('fetch', async (_: string, { body }: { body: string }) =>
      Response.json({ outcome: 'answer' in JSON.parse(body).saved ? 'stale' : 'saved' }),
    )
    await queue.add({ ...first, at: 3 }, { position: 1, flagged: false, at: 4 })
    expect(shown.at(-1)).toBe('stale')
  })

  it('that an earlier version kept whole goes out as it is', async () => {
    const whole = { position: 1, answer: ['a'], certainty: null, flagged: false, at: 1 }
    const attemptId = randomUUID()
    localStorage.setItem(`exam:${attemptId}`, JSON.stringify({ 1: whole }))
    const sent = server()
    const { queue } = queueOf(attemptId)

    expect(queue.waiting()).toEqual([whole])
    expect(await queue.sendAll()).toBe(true)
    expect([sent, queue.waiting()]).toEqual([[1], []])
  })

  it('is replaced by a newer answer to the same question', async () => {
    server('down')
    const { queue } = queueOf()
    await queue.add(first)
    await queue.add({ ...first, answer: ['c'], at: 9 })

    expect(await queue.sendAll()).toBe(true)
    expect(queue.waiting()).toEqual([])
  })
})

describe('an answer given at 1000 ms', () => {
  beforeEach(() => vi.stubGlobal('localStorage', storage('open')))
  const given = { ...first, givenAt: 1000 }

  it.each([
    [1001, []],
    [1000, [given]],
    [0, [given]],
  ])('is dropped only if another tab’s answer is newer: one of %d ms', async (answer, waiting) => {
    server('down')
    const { queue } = queueOf()
    await queue.add(given)

    queue.dropOlder(given.position, { answer, certainty: 0, flagged: 2000 })

    expect(queue.waiting()).toEqual(waiting)
  })
})

describe.each([400, 404, 413])('an answer refused with %d', (status) => {
  beforeEach(() => vi.stubGlobal('localStorage', storage('open')))

  it('is never reported as saved, and holds the learner back only once', async () => {
    server(status)
    const { queue, shown } = queueOf()

    expect(await queue.add(first)).toBe(false)

    expect(shown).not.toContain('saved')
    expect(shown.at(-1)).toBe('refused')
    expect(await queue.sendAll()).toBe(true)
  })

  it('does not hold up another answer, and is still reported when the other one arrives', async () => {
    const sent = server('down', 'down', status)
    const { queue, shown } = queueOf()
    await queue.add(first)
    await queue.add(second)

    expect(await queue.sendAll()).toBe(false)

    expect(sent).toEqual([1, 2])
    expect(shown.at(-1)).toBe('refused')
  })
})
