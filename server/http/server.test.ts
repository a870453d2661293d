import { once } from 'node:events'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest'
import ar from '@/i18n/messages/ar.json'
import { refusalsForTests } from '@/tests/support/refusals'
import { webServer } from './server'

let server: Server
let log: MockInstance<typeof console.log>

beforeAll(async () => {
  await refusalsForTests()
  server = webServer((request, response) => response.end(`handled ${request.method} ${request.url}`), {
    isNowhere: (url) => url.startsWith('/nowhere'),
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => server.close())
beforeEach(() => {
  log = vi.spyOn(console, 'log').mockReturnValue()
})
afterEach(() => log.mockRestore())

const socketTo = () => connect((server.address() as AddressInfo).port, '127.0.0.1')

/** The whole response to lines that are sent verbatim, on a connection of their own. */
async function send(...lines: string[]): Promise<string> {
  const socket = socketTo()
  socket.write([...lines, '', ''].join('\r\n'))
  return text(socket)
}

/** The log lines with the request id of a response. */
async function logged(answer: string): Promise<unknown[]> {
  const id = /^x-request-id: (\S+)/im.exec(answer)?.[1]
  const lines = () =>
    log.mock.calls.map(([line]) => JSON.parse(String(line))).filter(({ requestId }) => requestId === id)
  await vi.waitFor(() => expect(lines()).not.toEqual([]))
  return lines()
}

const CLOSE = 'Connection: close'

describe('the server answers what Node would refuse without a page', () => {
  it.each([
    ['an expectation that nothing meets', ['Host: a', 'Expect: foo', CLOSE], 417],
    ['no host', [CLOSE], 400],
  ])('%s', async (_, headers, status) => {
    const answer = await send('GET /fr HTTP/1.1', ...headers)

    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(answer).toMatch(/^X-Frame-Options: DENY\r$/m)
    expect(answer).toMatch(/^Referrer-Policy: /m)
    expect(answer).toMatch(/^Cache-Control: no-store\r$/m)
    expect(answer).toContain('<html lang="fr" dir="ltr">')
    expect(await logged(answer)).toMatchObject([{ event: 'request', method: 'GET', path: '/fr', status }])
  })

  it('a tunnel', async () => {
    const answer = await send('CONNECT example.ma:443 HTTP/1.1', 'Host: example.ma:443')

    expect(answer).toMatch(/^HTTP\/1.1 405 Method Not Allowed\r\n/)
    expect(answer).toMatch(/^Allow: GET, HEAD, POST\r$/m)
    expect(await logged(answer)).toMatchObject([{ event: 'request', status: 405 }])
  })
})

it('accepts a request without a host in HTTP/1.0', async () => {
  expect(await send('GET /fr HTTP/1.0')).toMatch(/handled GET \/fr$/)
})

it.each([
  ['websocket', ['Connection: Upgrade, close']],
  ['h2c', ['Connection: Upgrade, HTTP2-Settings, close', 'HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA']],
])('answers a request to upgrade to %s in HTTP/1.1', async (protocol, headers) => {
  const answer = await send('GET /fr HTTP/1.1', 'Host: a', `Upgrade: ${protocol}`, ...headers)

  expect(answer).toMatch(/^HTTP\/1.1 200 OK\r\n/)
  expect(answer).toMatch(/handled GET \/fr/)
  expect(await logged(answer)).toMatchObject([{ event: 'request', path: '/fr', status: 200 }])
})

it('tells a client that sends the headers too slowly that its request did not arrive', async () => {
  const accepted = once(server, 'connection') as Promise<[Socket]>
  const client = socketTo()
  const [socket] = await accepted
  server.emit('clientError', Object.assign(new Error(), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), socket)
  const answer = await text(client)

  expect(answer).toMatch(/^HTTP\/1.1 408 Request Timeout\r\n/)
  expect(answer).toContain(`<p>${ar.practice.notSent}</p>`)
  expect(await logged(answer)).toMatchObject([{ event: 'request', status: 408 }])
})

it('refuses a wrong method with the allowed methods of the interface and a code', async () => {
  const answer = await send('DELETE /api/exam/answers HTTP/1.1', 'Host: a', CLOSE)

  expect(answer).toMatch(/^HTTP\/1.1 405 /)
  expect(answer).toMatch(/^Allow: OPTIONS, PUT\r$/m)
  expect(answer).toMatch(/\{"code":"wrong-method"\}$/)
})

it('refuses an unknown address before the handler is called', async () => {
  expect(await send('GET /nowhere/at/all HTTP/1.1', 'Host: a', CLOSE)).toMatch(/^HTTP\/1.1 404 /)
})

describe('the address that a request came from', () => {
  it.each([
    ['comes last, after what the client claims', ['X-Forwarded-For: 203.0.113.9'], '203.0.113.9, 127.0.0.1'],
    ['is known without a claim', [], '127.0.0.1'],
  ])('%s', async (_, headers, expected) => {
    const told = webServer((request, response) => response.end(JSON.stringify(request.headers)))
    told.listen(0, '127.0.0.1')
    await once(told, 'listening')
    const socket = connect((told.address() as AddressInfo).port, '127.0.0.1')
    socket.write(
      ['GET /fr HTTP/1.1', 'Host: a', 'X-Request-Id: mine', 'X-Forwarded-Proto: https', ...headers, CLOSE, '', ''].join(
        '\r\n',
      ),
    )
    const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n')
    told.close()

    const seen = JSON.parse(body.slice(body.indexOf('{'), body.lastIndexOf('}') + 1))
    expect(seen).toMatchObject({ 'x-forwarded-for': expected })
    expect(seen).not.toHaveProperty('x-forwarded-proto')
    expect(seen['x-request-id']).not.toBe('mine')
    expect(head).toContain(`X-Request-Id: ${seen['x-request-id']}`)
  })
})

describe('a crowd', () => {
  it('is let in a few at a time, and everybody is answered', async () => {
    let [atWork, most] = [0, 0]
    const busy = webServer((_: IncomingMessage, response: ServerResponse) => {
      atWork += 1
      most = Math.max(most, atWork)
      setImmediate(() => {
        atWork -= 1
        response.end('served')
      })
    })
    busy.listen(0, '127.0.0.1')
    await once(busy, 'listening')
    const url = `http://127.0.0.1:${(busy.address() as AddressInfo).port}/fr/courses`
    const answers = await Promise.all(Array.from({ length: 200 }, () => fetch(url).then((answer) => answer.text())))
    busy.close()

    expect(answers).toEqual(Array.from({ length: 200 }, () => 'served'))
    expect(most).toBeLessThanOrEqual(16)
  })
})
