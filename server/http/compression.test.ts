import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
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

it('compresses text as the browser accepts it, and leaves pictures and short answers as they are', async () => {
  const text = '<p>article 448-1</p>'.repeat(200)
  const server = createServer(
    compressed((request, response) => {
      response.setHeader('Content-Type', request.url === '/picture' ? 'image/png' : 'text/html')
      response.end(request.url === '/short' ? 'short' : text)
    }),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const encodingOf = async (path: string, accept: string) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { 'accept-encoding': accept } })
    expect(await response.text()).toBe(path === '/short' ? 'short' : text)
    return response.headers.get('content-encoding')
  }

  try {
    expect(await encodingOf('/', 'gzip, br')).toBe('br')
    expect(await encodingOf('/', 'gzip')).toBe('gzip')
    expect(await encodingOf('/', 'identity')).toBeNull()
    expect(await encodingOf('/picture', 'gzip, br')).toBeNull()
    expect(await encodingOf('/short', 'gzip, br')).toBeNull()
  } finally {
    server.close()
  }
})
