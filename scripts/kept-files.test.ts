import type { ServerResponse } from 'node:http'
import { expect, it, vi } from 'vitest'
import { MOST_KEPT, packedOnce } from './kept-files.mjs'

const FOR_EVER = 'public, max-age=31536000, immutable'

/** How often a file is packed that is asked for twice. */
function packings(url: string, { statusCode = 200, cache = FOR_EVER } = {}): number {
  const response = { statusCode, getHeader: () => cache } as unknown as ServerResponse
  const pack = vi.fn(() => Buffer.from(url))
  // What is not kept is for the caller to pack.
  for (let n = 0; n < 2; n++) if (!packedOnce(url, response, pack)) pack()
  return pack.mock.calls.length
}

it.each([
  '/assets/site-0123456789ab.css',
  '/_next/static/chunks/2--qlf2ihxbxx.js',
  '/_next/static/fwNv-iBPupexQ8NlYWrEi/_buildManifest.js',
])('keeps %s', (url) => {
  expect(packings(url)).toBe(1)
})

it.each([
  '/assets/site-%61123456789a.css',
  '/assets/../fr/courses',
  '/assets/./site-0123456789ab.css',
  '/assets//site-0123456789ab.css',
  '/assets/site-0123456789ab.css/',
  '/assets\\site-0123456789ab.css',
  '/assets/site-0123456789ab.css#a',
  '/_next/static/../image',
  '//assets/site-0123456789ab.css',
  '/fr/assets/site-0123456789ab.css',
  '/assets/',
])('does not keep %s', (url) => {
  expect(packings(url)).toBe(2)
})

it('keeps a file once, whatever query follows it', () => {
  packings('/assets/queried.css')

  expect(packings('/assets/queried.css?again')).toBe(0)
})

it('keeps only what went well and says that it never changes', () => {
  expect(packings('/assets/gone.css', { statusCode: 404 })).toBe(2)
  expect(packings('/assets/changes.css', { cache: 'public, max-age=0' })).toBe(2)
})

it('keeps no more than a site has files', () => {
  for (let n = 0; n < MOST_KEPT; n++) packings(`/assets/many-${n}.css`)

  expect(packings('/assets/one-more.css')).toBe(2)
})
