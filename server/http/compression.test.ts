import { createServer, get, IncomingMessage, ServerResponse } from 'node:http'
import { type AddressInfo, Socket } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { compressed, encodingFor } from './compression'

const asking = (accept?: string) => ({ headers: { 'accept-encoding': accept } }) as unknown as IncomingMessage

it.each([
  ['gzip', 'gzip'],
  ['GZIP', 'gzip'],
  ['gzip, deflate, br, zstd', 'br'],
  ['br;q=0.8, gzip;q=1.0', 'br'],
  ['br;q=0, gzip', 'gzip'],
  ['gzip;q=0.001', 'gzip'],
  ['*', 'br'],
])('answers a browser that accepts %s in %s', (accept, encoding) => {
  expect(encodingFor(asking(accept))).toBe(encoding)
})

it.each([undefined, '', 'identity', 'deflate', 'gzip;q=0, br;q=0', 'gzipped', 'x-gzip-not'])(
  'compresses nothing for a browser that accepts %s',
  (accept) => expect(encodingFor(asking(accept))).toBeNull(),
)

const text = '<p>article 448-1</p>'.repeat(200)

function unpack(body: Buffer, encoding: string | null): string {
  if (encoding === 'br') return brotliDecompressSync(body).toString()
  return (encoding === 'gzip' ? gunzipSync(body) : body).toString()
}

/** Starts a site that compresses, and calls `use` with a function that gives the encoding of a response. */
async function withSite(
  use: (encodingOf: (path: string, headers: Record<string, string>) => Promise<string | null>) => Promise<void>,
) {
  const server = createServer(
    compressed((request, response) => {
      response.setHeader('Content-Type', request.url === '/picture' ? 'image/png' : 'text/html')
      response.end(request.url === '/short' ? 'short' : text)
    }),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  try {
    await use(async (path, headers) => {
      // `fetch` would unpack the body itself.
      const asked = { host: '127.0.0.1', port, path, headers }
      const response = await new Promise<IncomingMessage>((resolve) => get(asked, resolve))
      const encoding = response.headers['content-encoding'] ?? null
      expect(unpack(await buffer(response), encoding)).toBe(path === '/short' ? 'short' : text)
      return encoding
    })
  } finally {
    server.close()
  }
}

it('compresses text as the browser accepts it, and leaves pictures and short answers as they are', () =>
  withSite(async (encodingOf) => {
    expect(await encodingOf('/', { 'accept-encoding': 'gzip, br' })).toBe('br')
    expect(await encodingOf('/', { 'accept-encoding': 'gzip' })).toBe('gzip')
    expect(await encodingOf('/', { 'accept-encoding': 'identity' })).toBeNull()
    expect(await encodingOf('/picture', { 'accept-encoding': 'gzip, br' })).toBeNull()
    expect(await encodingOf('/short', { 'accept-encoding': 'gzip, br' })).toBeNull()
  }))

it('compresses no page of a signed-in person that another site asks for, as its length reveals its content', () =>
  withSite(async (encodingOf) => {
    const accepting = { 'accept-encoding': 'br' }
    for (const from of ['cross-site', 'same-site']) {
      expect(await encodingOf('/', { ...accepting, 'sec-fetch-site': from, cookie: 'session=x' })).toBeNull()
      expect(await encodingOf('/', { ...accepting, 'sec-fetch-site': from })).toBe('br')
    }
    for (const from of ['same-origin', 'none']) {
      expect(await encodingOf('/', { ...accepting, 'sec-fetch-site': from, cookie: 'session=x' })).toBe('br')
    }
    expect(await encodingOf('/', { ...accepting, cookie: 'session=x' })).toBe('br')
  }))

it('returns the promise of the handler, so that a request whose client has gone keeps its place', () => {
  const working = Promise.resolve()
  const request = new IncomingMessage(new Socket())
  const handled = compressed(() => working)(request, new ServerResponse(request))

  expect(handled).toBe(working)
})
