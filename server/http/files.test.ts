import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, get, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalsForTests } from '@/tests/support/refusals'
import { filesOf } from './files'
import { SiteResponse } from './site-response'

const CSS = '/assets/site-0123456789ab.css'
const TEXT = 'a{color:red}'
const folder = mkdtempSync(path.join(tmpdir(), 'files-'))
for (const made of ['assets', 'fonts', 'media']) mkdirSync(path.join(folder, made))
for (const [name, content] of [
  [CSS, TEXT],
  [`${CSS}.gz`, gzipSync(TEXT)],
  [`${CSS}.br`, brotliCompressSync(TEXT)],
  ['/fonts/face.woff2', 'face'],
  ['/icon.svg', '<svg/>'],
  ['/media/film.webm', 'a film'],
  ['/media/film.mp4', 'a film'],
  ['/media/captions.vtt', 'WEBVTT'],
  ['/.secret', 'secret'],
  ['/worker.js', 'keep()'],
  ['/worker-withdrawn.js', 'leave()'],
] as const) {
  writeFileSync(path.join(folder, name), content)
}
let answerFile = filesOf(folder)
const server = createServer({ ServerResponse: SiteResponse }, (request, response) => {
  if (!answerFile(request, response)) response.end('no file')
})

beforeAll(async () => {
  await refusalsForTests()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

async function ask(asked: string, headers: OutgoingHttpHeaders = {}, method = 'GET') {
  const { port } = server.address() as AddressInfo
  const incoming = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ port, path: asked, method, headers, agent: false }, resolve).on('error', reject)
  })
  return { status: incoming.statusCode, headers: incoming.headers, body: await buffer(incoming) }
}

describe('the service worker', () => {
  const HEADERS = {
    'content-type': expect.stringMatching(/^text\/javascript/),
    'cache-control': 'no-cache',
    'content-security-policy': "default-src 'none'; connect-src 'self'",
  }

  it('is revalidated each time, and may load files only from this site', async () => {
    const { headers, body } = await ask('/worker.js')
    expect(headers).toMatchObject(HEADERS)
    expect(body.toString()).toBe('keep()')
    expect((await ask('/worker.js', { 'if-none-match': headers.etag })).status).toBe(304)
  })

  it('is replaced by one that removes itself if no device may keep a course', async () => {
    answerFile = filesOf(folder, { withdrawn: true })
    const { headers, body } = await ask('/worker.js')
    answerFile = filesOf(folder)
    expect(headers).toMatchObject(HEADERS)
    expect(body.toString()).toBe('leave()')
  })
})

describe('a file that was compressed when it was built', () => {
  it.each([
    ['gzip', 'gzip', gunzipSync],
    ['gzip, deflate, br', 'br', brotliDecompressSync],
  ] as const)(
    'is sent so to a browser that accepts %s, with its length and its type',
    async (accept, encoding, unpack) => {
      const { status, headers, body } = await ask(CSS, { 'accept-encoding': accept })

      expect(status).toBe(200)
      expect(unpack(body).toString()).toBe(TEXT)
      expect(headers).toMatchObject({
        'content-encoding': encoding,
        'content-type': 'text/css; charset=utf-8',
        'content-length': String(body.length),
        vary: 'Accept-Encoding',
        'cache-control': 'public, max-age=31536000, immutable',
      })
    },
  )

  it.each([{}, { 'accept-encoding': 'gzip;q=0, identity' }])('is sent plain to others: %o', async (headers) => {
    const answer = await ask(CSS, headers)

    expect(answer.body.toString()).toBe(TEXT)
    expect(answer.headers).toMatchObject({ 'content-type': 'text/css; charset=utf-8', vary: 'Accept-Encoding' })
    expect(answer.headers['content-encoding']).toBeUndefined()
  })

  it('has no header for revalidation, since it never changes, and has the same headers for GET and HEAD', async () => {
    const gzip = { 'accept-encoding': 'gzip' }
    const { headers } = await ask(CSS, gzip)

    expect(Object.keys(headers)).not.toContain('etag')
    expect(Object.keys(headers)).not.toContain('last-modified')
    expect(Object.keys(headers)).not.toContain('accept-ranges')
    const [{ date: _, ...head }, { date: __, ...whole }] = [
      (await ask(CSS, gzip, 'HEAD')).headers,
      (await ask(CSS, gzip)).headers,
    ]
    expect(head).toEqual(whole)
  })
})

describe('a file', () => {
  it('is cached for ever if it is a font, and revalidated otherwise', async () => {
    expect((await ask('/fonts/face.woff2')).headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect((await ask('/icon.svg')).headers['cache-control']).toBe('public, max-age=0')
  })

  it.each([
    [{ range: 'bytes=99-' }, 416],
    [{ 'if-match': '"x"' }, 412],
    [{ 'if-unmodified-since': 'Mon, 01 Jan 2001 00:00:00 GMT' }, 412],
    [{ range: 'bytes=0-1' }, 206],
  ])('honours %o with %i', async (headers, status) => {
    const answer = await ask('/icon.svg', headers)

    expect(answer.status).toBe(status)
    if (status > 400)
      expect(answer.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
    if (status === 416) expect(answer.headers['content-range']).toBe('bytes */6')
  })

  it.each([
    ['webm', 'video/webm'],
    ['mp4', 'video/mp4'],
  ])('is given in parts to the player of a film: %s', async (extension, type) => {
    const asked = `/media/film.${extension}`
    const whole = await ask(asked)
    const part = await ask(asked, { range: 'bytes=2-5' })

    expect(whole.headers).toMatchObject({ 'content-type': type, 'accept-ranges': 'bytes', 'content-length': '6' })
    expect(part).toMatchObject({ status: 206, headers: { 'content-type': type, 'content-range': 'bytes 2-5/6' } })
    expect(part.body.toString()).toBe('film')
  })

  it('is given with its type if it holds captions', async () => {
    expect((await ask('/media/captions.vtt')).headers['content-type']).toMatch(/^text\/vtt/)
  })

  it('can only be read', async () => {
    expect(await ask('/icon.svg', {}, 'POST')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
  })
})

it.each([
  '/assets',
  '/assets/',
  '/assets/none.css',
  '/fonts/%2e%2e/%2e%2e/etc/passwd',
  '/assets/../../etc/passwd',
  '/.secret',
])('%s is a 404 or a 403 of ours, kept by no cache', async (asked) => {
  const { status, headers, body } = await ask(asked)

  expect([403, 404]).toContain(status)
  expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
  expect(body.toString()).not.toContain('root:')
})

it.each(['/fr', '/', '/assetsx', '/etc/passwd'])('%s is not in the folder', async (asked) => {
  expect((await ask(asked)).body.toString()).toBe('no file')
})
