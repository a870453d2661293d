import { createServer, get, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { afterEach, expect, it } from 'vitest'
import { sendWhole } from './whole-answer.mjs'

const TEXT = 'a text that is long enough to be worth it '.repeat(100)
const REQUEST_ID = 'request-1'

let server: Server | undefined
afterEach(() => server?.close())

type Asked = { path?: string; method?: string; headers?: Record<string, string> }
type Answer = { status: number; headers: IncomingMessage['headers']; body: Buffer }

/** One request to a site whose answers Next would write like this. */
async function ask(write: RequestListener, asked: Asked = {}): Promise<Answer> {
  const { path = '/ar', method = 'GET', headers = { 'accept-encoding': 'gzip, br' } } = asked
  server?.close()
  server = createServer((request, response) => {
    request.headers['x-request-id'] = REQUEST_ID
    sendWhole(request, response)
    write(request, response)
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    const outgoing = get({ port, path, method, headers, agent: false }, (incoming) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk) => chunks.push(chunk))
      incoming.on('end', () =>
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(chunks) }),
      )
    })
    outgoing.on('error', reject)
  })
}

const page: RequestListener = (_, response) => {
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.setHeader('Vary', 'Cookie')
  response.flushHeaders()
  response.write(TEXT.slice(0, 700))
  response.write(Buffer.from(TEXT.slice(700)))
  response.end()
}

it('sends what was written in pieces as one, compressed, with its length', async () => {
  const { headers, body } = await ask(page)

  expect(gunzipSync(body).toString()).toBe(TEXT)
  expect(headers).toMatchObject({ 'content-encoding': 'gzip', 'content-length': String(body.length) })
  expect(headers['transfer-encoding']).toBeUndefined()
  expect(headers.vary).toBe('Cookie, Accept-Encoding')
})

it.each([
  ['does not say so', {}],
  ['refuses it', { 'accept-encoding': 'gzip;q=0, identity' }],
])('leaves a text as it is for a browser that takes no gzip: it %s', async (_, headers) => {
  const answer = await ask(page, { headers: headers as Record<string, string> })

  expect(answer.body.toString()).toBe(TEXT)
  expect(answer.headers['content-encoding']).toBeUndefined()
  expect(answer.headers['content-length']).toBe(String(TEXT.length))
})

it.each([
  ['a picture', { 'Content-Type': 'image/png' }, 200, TEXT],
  ['what is compressed already', { 'Content-Type': 'text/css', 'Content-Encoding': 'br' }, 200, TEXT],
  ['a part of a file', { 'Content-Type': 'text/css', 'Content-Range': 'bytes 0-9/100' }, 206, TEXT],
  ['a short text', { 'Content-Type': 'text/plain' }, 200, 'ok'],
])('does not compress %s', async (_, headers, status, text) => {
  const { body } = await ask((_request, response) => {
    response.statusCode = status
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    response.end(text)
  })

  expect(body.toString()).toBe(text)
})

it.each([
  ['304', 'GET', 304],
  ['HEAD', 'HEAD', 200],
])('adds nothing to an answer without a body: %s', async (_, method, status) => {
  const write: RequestListener = (_request, response) => {
    response.statusCode = status
    response.setHeader('Content-Type', 'text/html')
    response.end()
  }
  const { headers, body } = await ask(write, { method })

  expect(body).toHaveLength(0)
  expect(headers['content-length']).toBeUndefined()
})

it('compresses a file that never changes once, under its own address alone', async () => {
  const css: (text: string, status?: number) => RequestListener =
    (text, status = 200) =>
    (_, response) => {
      response.statusCode = status
      response.setHeader('Content-Type', 'text/css')
      response.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
      response.end(text)
    }
  const path = '/assets/site-0123456789ab.css'
  const textOf = async (write: RequestListener, asked: string) =>
    gunzipSync((await ask(write, { path: asked })).body).toString()
  const other = `other ${TEXT}`

  expect(await textOf(css(other, 404), path)).toBe(other)
  expect(await textOf(css(TEXT), path)).toBe(TEXT)
  expect(await textOf(css(other), `${path}?again`)).toBe(TEXT)
  expect(await textOf(css(other), '/assets/site-%30123456789ab.css')).toBe(other)
})

it('says nothing of the length of a compressed file to who asks for its head, and the length of a small one', async () => {
  const file: (length: number) => RequestListener = (length) => (_, response) => {
    response.setHeader('Content-Type', 'text/css')
    response.setHeader('Content-Length', length)
    response.end()
  }
  const head = async (length: number) => (await ask(file(length), { method: 'HEAD' })).headers

  expect(await head(5000)).not.toHaveProperty('content-length')
  expect(await head(5000)).not.toHaveProperty('content-encoding')
  expect(await head(283)).toMatchObject({ 'content-length': '283' })
})

it('sends a file that is made as it is read on at once, piece by piece', async () => {
  let finish = () => {}
  const answer = ask((_, response) => {
    response.setHeader('Content-Type', 'text/csv')
    response.setHeader('X-Accel-Buffering', 'no')
    response.write('first', () => finish())
    finish = () => response.end('last')
  })

  // It ends only once its first piece has left.
  const { headers, body } = await answer
  expect(body.toString()).toBe('firstlast')
  expect(headers['content-length']).toBeUndefined()
  expect(headers['content-encoding']).toBeUndefined()
})
