import { once } from 'node:events'
import type { IncomingMessage, Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { buffer, text } from 'node:stream/consumers'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import fr from '@/i18n/messages/fr.json'
import { refusalsForTests } from '@/tests/support/refusals'
import { LARGER_BODIES, LARGEST_BODY_BYTES, paceOf, spaceFor } from './limits'
import { webServer } from './server'

const SIGN_IN = '/fr/sign-in'
const MATERIALS = '/fr/seminars/7/materials'
const { graceMs, bytesPerSecond } = paceOf(1000)

let server: Server
/** How the handler of the site fared with each body: its length, or null if the client had gone. */
let handled: (number | null)[]
let open: Socket[]

beforeAll(refusalsForTests)
beforeEach(async () => {
  vi.spyOn(console, 'log').mockReturnValue()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  const lengths: (number | null)[] = []
  handled = lengths
  open = []
  // Like Next: the handler reads the body, and then sends its response.
  server = webServer(
    async (request, response) => {
      const body = await buffer(request).catch(() => null)
      lengths.push(body?.length ?? null)
      response.end(body ? `read ${body.toString('latin1')}` : undefined)
    },
    { trustedProxies: 1 },
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(async () => {
  for (const socket of open) socket.destroy()
  await new Promise((resolve) => server.close(resolve))
  vi.useRealTimers()
  vi.restoreAllMocks()
})

type Post = { path?: string; length: number; from?: string; headers?: readonly string[] }

/** Sends the head of a POST, and waits until the server has received it. */
async function begin({ path = SIGN_IN, length, from = '203.0.113.7', headers = [] }: Post) {
  // Half open: a sender can go on after the server has answered and ended.
  const socket = connect({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', allowHalfOpen: true })
  open.push(socket)
  const received = once(server, 'request') as Promise<[IncomingMessage]>
  const lines = [
    `POST ${path} HTTP/1.1`,
    'Host: a',
    `X-Forwarded-For: ${from}`,
    `Content-Length: ${length}`,
    ...headers,
  ]
  socket.write([...lines, '', ''].join('\r\n'))
  const answer = text(socket).catch(() => 'cut off')
  const [request] = await received
  const peer = request.socket
  return {
    answer,
    /** Sends a part of the body, and waits until the server has received it. */
    async send(part: string) {
      const before = peer.bytesRead
      socket.write(part)
      while (peer.bytesRead < before + part.length && !peer.destroyed) await new Promise(setImmediate)
    },
  }
}

/** A form as a browser sends it, in one piece. */
async function post(path: string, body: string, from?: string): Promise<string> {
  const sender = await begin({ path, length: body.length, from, headers: ['Connection: close'] })
  await sender.send(body)
  return sender.answer
}

const statusOf = (answer: string) => Number(/^HTTP\/1.1 (\d+) /.exec(answer)?.[1])

it.each([
  ['from one address', () => '203.0.113.7'],
  ['from many addresses', (n: number) => `198.51.100.${n}`],
])('answers a form while 200 others arrive slowly %s', async (_, from) => {
  for (let n = 0; n < 200; n++) await (await begin({ length: 1000, from: from(n) })).send('e')

  expect(await post(SIGN_IN, 'email=a', '192.0.2.8')).toMatch(/read email=a$/)
  expect(await post('/api/exam/answers', 'answer=b', from(0))).toMatch(/read answer=b$/)
})

it('answers a form while files arrive slowly at all places for files', async () => {
  for (let n = 0; n < 100; n++) {
    await (await begin({ path: MATERIALS, length: LARGEST_BODY_BYTES + 1, from: `198.51.100.${n}` })).send('f')
  }

  expect(await post(SIGN_IN, 'email=a', '192.0.2.8')).toMatch(/read email=a$/)
})

describe('a body that arrives too slowly', () => {
  it('gets 408 in the language of its page, and its connection is closed', async () => {
    const slow = await begin({ length: 1000 })
    await slow.send('email=')
    await vi.advanceTimersByTimeAsync(graceMs + 1000)

    const answer = await slow.answer
    expect(statusOf(answer)).toBe(408)
    expect(answer).toMatch(/^Connection: close\r$/m)
    expect(answer).toContain(`<p>${fr.practice.notSent}</p>`)
    expect(handled).toEqual([])
  })

  it('is not carried out, though the rest of it arrives after the answer', async () => {
    const slow = await begin({ length: 'email=a&password=b'.length })
    await slow.send('email=a')
    await vi.advanceTimersByTimeAsync(graceMs + 1000)
    await slow.send('&password=b')

    expect(statusOf(await slow.answer)).toBe(408)
    expect(await post(SIGN_IN, 'email=c')).toMatch(/read email=c$/)
    expect(handled).toEqual(['email=c'.length])
  })

  it('gets 408 with a code from the interface of the exam', async () => {
    const slow = await begin({ path: '/api/exam/answers', length: 1000 })
    await vi.advanceTimersByTimeAsync(graceMs)

    expect(await slow.answer).toMatch(/\{"code":"not-sent"\}$/)
  })

  it('gets 408 though it never stops sending', async () => {
    const slow = await begin({ length: 100_000 })
    let seconds = 0
    while (seconds < 2 * (graceMs / 1000) && open[0]?.writable && !open[0].readableEnded) {
      await slow.send('x'.repeat(10))
      await vi.advanceTimersByTimeAsync(1000)
      seconds++
    }

    expect(statusOf(await slow.answer)).toBe(408)
    expect(handled).toEqual([])
  })

  it('gets 408 for a file, and to the handler that reads it the client is gone', async () => {
    const slow = await begin({ path: MATERIALS, length: LARGEST_BODY_BYTES * 2 })
    await slow.send('x'.repeat(1000))
    await vi.advanceTimersByTimeAsync(graceMs + 1000)

    expect(statusOf(await slow.answer)).toBe(408)
    await vi.waitFor(() => expect(handled).toEqual([null]))
  })

  it('has its connection cut if the request was refused before its end', async () => {
    const slow = await begin({ length: LARGEST_BODY_BYTES + 1 })
    await slow.send('x'.repeat(10))
    await vi.advanceTimersByTimeAsync(graceMs + 1000)

    expect(statusOf(await slow.answer)).toBe(413)
  })
})

describe('a slow body that keeps the pace', () => {
  it('of a form passes, after a pause as long as the grace', async () => {
    const judge = await begin({ length: 100 * bytesPerSecond, headers: ['Connection: close'] })
    await vi.advanceTimersByTimeAsync(graceMs - 1)
    for (let second = 0; second < 100; second++) {
      await judge.send('x'.repeat(bytesPerSecond))
      await vi.advanceTimersByTimeAsync(1000)
    }

    expect(statusOf(await judge.answer)).toBe(200)
    expect(handled).toEqual([100 * bytesPerSecond])
  })

  it('of a file of 20 MB over a line of 200 kbit/s passes', async () => {
    const [length, second] = [20_000_000, 25_000]
    const school = await begin({ path: MATERIALS, length, headers: ['Connection: close'] })
    for (let sent = 0; sent < length; sent += second) {
      await school.send('x'.repeat(second))
      await vi.advanceTimersByTimeAsync(1000)
    }

    expect(statusOf(await school.answer)).toBe(200)
    expect(handled).toEqual([length])
  })
})

it('gives up the oldest body of an address that sends too many at once, and of no other', async () => {
  const { each } = spaceFor(1)
  const other = await begin({ length: LARGEST_BODY_BYTES, from: '192.0.2.8' })
  const first = await begin({ length: LARGEST_BODY_BYTES })
  for (let n = 1; n < each / LARGEST_BODY_BYTES; n++) await begin({ length: LARGEST_BODY_BYTES })
  expect(open.some(({ readableEnded }) => readableEnded)).toBe(false)

  expect(await post(SIGN_IN, 'email=a')).toMatch(/read email=a$/)
  await first.send('x'.repeat(LARGEST_BODY_BYTES))
  expect(statusOf(await first.answer)).toBe(408)
  await other.send('x'.repeat(LARGEST_BODY_BYTES))
  await vi.waitFor(() => expect(handled).toContain(LARGEST_BODY_BYTES))
  expect(handled.toSorted()).toEqual(['email=a'.length, LARGEST_BODY_BYTES].toSorted())
})

it.each([1, 65_536, 65_537, LARGEST_BODY_BYTES])('hands over a form of %i bytes as it was sent', async (length) => {
  const body = Array.from({ length }, (_, n) => String.fromCharCode(32 + (n % 90))).join('')

  expect((await post(SIGN_IN, body)).endsWith(`read ${body}`)).toBe(true)
})

it('hands over two forms on one connection', async () => {
  const connection = await begin({ length: 3 })
  await connection.send('one')
  const next = ['POST /fr/sign-in HTTP/1.1', 'Host: a', 'Content-Length: 3', 'Connection: close', '', 'two'].join(
    '\r\n',
  )
  await connection.send(next)

  expect((await connection.answer).match(/read (one|two)/g)).toEqual(['read one', 'read two'])
})

it('lets every body of the longest kind finish before the time limit of the whole request', () => {
  for (const length of Object.values(LARGER_BODIES)) {
    const { graceMs: grace, bytesPerSecond: pace } = paceOf(length)
    expect(grace + (length / pace) * 1000).toBeLessThan(server.requestTimeout)
  }
})
