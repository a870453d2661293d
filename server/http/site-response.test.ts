import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import fr from '@/i18n/messages/fr.json'
import { refusalsForTests } from '@/tests/support/refusals'
import { refuse, SiteResponse } from './site-response'

let answer: RequestListener<typeof IncomingMessage, typeof SiteResponse> = () => {}
const server = createServer({ ServerResponse: SiteResponse }, (request, response) => {
  response.setHeader('X-Request-Id', 'the-id')
  answer(request, response)
})
let site = ''

beforeAll(async () => {
  await refusalsForTests()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

type Said = { status: number; headers?: Record<string, string>; body?: string[]; early?: boolean }

/** Requests a path whose handler sends a status, headers, and a body in chunks. `early`: the headers are sent first. */
async function ask({ status, headers = {}, body = [], early }: Said, path = '/fr/sign-in', init: RequestInit = {}) {
  answer = (_, response) => {
    response.statusCode = status
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    if (early) response.flushHeaders()
    for (const piece of body) response.write(piece)
    response.end()
  }
  const answered = await fetch(`${site}${path}`, init)
  return { status: answered.status, headers: answered.headers, text: await answered.text() }
}

const HTML = { 'content-type': 'text/html; charset=utf-8' }

describe('a refusal without a body becomes a page in the reader’s language', () => {
  it.each([
    ['of a stale form', 409, fr.errors.outdated],
    ['of a bug', 500, fr.errors.failed],
    ['of what is no form', 415, fr.errors['not-a-form']],
    ['of nothing', 404, fr.errors['not-found']],
  ])('%s', async (_, refused, sentence) => {
    for (const early of [false, true]) {
      const { status, headers, text } = await ask({ status: refused, early })

      expect(status).toBe(refused)
      expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self'/)
      expect(text).toMatch(/^<!doctype html><html lang="fr" dir="ltr">/)
      expect(text.replaceAll('\u00A0', ' ')).toContain(`<p>${sentence}</p>`)
    }
  })

  it('with the ways in which the page can be opened', async () => {
    expect((await ask({ status: 405 })).headers.get('allow')).toBe('POST')
    expect((await ask({ status: 405 }, '/fr', { method: 'POST' })).headers.get('allow')).toBe('GET, HEAD')
  })

  it('with the reference of a bug', async () => {
    expect((await ask({ status: 500 }, '/fr')).text).toContain('<bdi dir="ltr">the-id</bdi>')
  })

  it('instead of what the response said about the refused file', async () => {
    answer = (_, response) => {
      response.setHeader('Content-Type', 'image/svg+xml')
      response.setHeader('Content-Range', 'bytes */283')
      response.setHeader('ETag', '"x"')
      refuse(response, 416)
    }
    const refused = await fetch(`${site}/icon.svg`)

    expect(Object.fromEntries(refused.headers)).toMatchObject({ ...HTML, 'content-range': 'bytes */283' })
    expect(refused.headers.get('etag')).toBeNull()
  })

  it('with no body after a HEAD', async () => {
    expect(await ask({ status: 413 }, '/fr', { method: 'HEAD' })).toMatchObject({ status: 413, text: '' })
  })
})

describe('a response that is not changed', () => {
  it.each([
    ['a page of ours', { status: 404, headers: HTML, body: ['ours'] }, 'ours'],
    ['data', { status: 404, headers: { 'content-type': 'application/json' }, body: ['{}'] }, '{}'],
    ['a sentence for a script', { status: 409, headers: { 'content-type': 'text/plain' }, body: ['said'] }, 'said'],
    ['what went well', { status: 200, body: ['in ', 'pieces'] }, 'in pieces'],
    ['nothing, which went well', { status: 204 }, ''],
  ])('%s', async (_, said, text) => {
    expect(await ask(said)).toMatchObject({ status: said.status, text })
  })
})

describe('every response', () => {
  it('carries the headers, and a policy that allows nothing', async () => {
    for (const status of [200, 204, 303, 404]) {
      const { headers } = await ask({ status }, '/api/health')
      expect(Object.fromEntries(headers)).toMatchObject({
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'strict-origin-when-cross-origin',
        'x-frame-options': 'DENY',
      })
    }
  })

  it('may set its own values', async () => {
    const own = {
      ...HTML,
      'content-security-policy': "default-src 'none'; style-src 'self'",
      'referrer-policy': 'no-referrer',
    }

    expect(Object.fromEntries((await ask({ status: 200, headers: own })).headers)).toMatchObject(own)
  })

  it('has a retry-after if the site is busy, whoever sent it', async () => {
    expect((await ask({ status: 503, headers: HTML, body: ['later'] })).headers.get('retry-after')).toBe('5')
  })
})
