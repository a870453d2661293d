import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import fr from '@/i18n/messages/fr.json'
import { dressAnswer } from './dress-answer.mjs'
import { refuse } from './refusal-page.mjs'
import { sendWhole } from './whole-answer.mjs'

let answer: RequestListener = () => {}
const server = createServer((request, response) => {
  dressAnswer(request, response)
  sendWhole(request, response)
  answer(request, response)
})
let site = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

type Said = { status: number; headers?: Record<string, string>; body?: string[] }

/** What Next says: a status, its headers, and its body in pieces. */
function saying({ status, headers = {}, body = [] }: Said): RequestListener {
  return (_: IncomingMessage, response: ServerResponse) => {
    response.statusCode = status
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    for (const piece of body) response.write(piece)
    response.end()
  }
}

async function ask(said: Said, path = '/fr/sign-in', init: RequestInit = {}) {
  answer = saying(said)
  const response = await fetch(`${site}${path}`, init)
  return { status: response.status, headers: response.headers, text: await response.text() }
}

const HTML = { 'content-type': 'text/html; charset=utf-8' }
const OWN = { ...HTML, 'content-security-policy': "default-src 'none'; style-src 'self'" }
const PLAIN = { 'content-type': 'text/plain' }

describe('a refusal in bare words becomes a page in the reader’s language', () => {
  it.each([
    ['of a stale form', { status: 409, headers: PLAIN, body: ['Server Action ', 'unavailable.'] }, fr.errors.outdated],
    ['of a bug', { status: 500, headers: PLAIN, body: ['Internal Server Error'] }, fr.errors.failed],
    ['without a word', { status: 415 }, fr.errors['not-a-form']],
    ['that only scripts would show', { status: 404, headers: HTML, body: ['<html id="x">'] }, fr.errors['not-found']],
  ])('%s', async (_, said, sentence) => {
    const { status, headers, text } = await ask(said)

    expect(status).toBe(said.status)
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'self'/)
    expect(text).toMatch(/^<!doctype html><html lang="fr" dir="ltr">/)
    expect(text.replaceAll('\u00A0', ' ')).toContain(`<p>${sentence}</p>`)
    expect(text).not.toMatch(/Server Action|Internal|id="x"/)
  })

  it('with the ways in which the page can be opened', async () => {
    expect((await ask({ status: 405 })).headers.get('allow')).toBe('POST')
    expect((await ask({ status: 405 }, '/fr', { method: 'POST' })).headers.get('allow')).toBe('GET, HEAD')
  })

  it('with the status that a file was refused with, which Next turns into 500', async () => {
    for (const status of [400, 405, 412, 416]) {
      answer = (_, response) => {
        response.statusCode = status
        response.setHeader('Content-Range', 'bytes */283')
        response.statusCode = 500
        response.end('Internal Server Error')
      }
      const response = await fetch(`${site}/icon.svg`)

      expect(response.status).toBe(status)
      expect(response.headers.get('content-range')).toBe(status === 416 ? 'bytes */283' : null)
      expect(response.headers.get('content-type')).toMatch(/^text\/html/)
    }
  })

  it('with the reference of a bug', async () => {
    const { text } = await ask({ status: 500 }, '/fr', { headers: { 'x-request-id': 'the-id' } })

    expect(text).toContain('<bdi dir="ltr">the-id</bdi>')
  })

  it('in the language that the browser asks for, where the address names none', async () => {
    const asking = (language: string) => ask({ status: 404 }, '/nothing', { headers: { 'accept-language': language } })

    expect((await asking('de, en;q=0.8')).text).toContain('<html lang="en" dir="ltr">')
    expect((await asking('de')).text).toContain('<html lang="ar" dir="rtl">')
  })
})

describe('a method that an interface does not have', () => {
  it('is refused with those it has, and a code', async () => {
    const { status, headers, text } = await ask({ status: 405 }, '/api/health', { method: 'POST' })

    expect(status).toBe(405)
    expect(headers.get('allow')).toBe('GET, HEAD, OPTIONS')
    expect(headers.get('content-type')).toBe('application/json')
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'")
    expect(JSON.parse(text)).toEqual({ code: 'wrong-method' })
  })

  it('is refused with a page where a person asks', async () => {
    const init = { method: 'PUT', headers: { accept: 'text/html', 'accept-language': 'fr' } }
    const { headers, text } = await ask({ status: 405 }, '/api/certificates/2345/pdf', init)

    expect(headers.get('allow')).toBe('GET, HEAD, OPTIONS')
    expect(text).toContain(fr.errors['wrong-method'])
  })
})

describe('what is left as it is', () => {
  const bare = { status: 409, headers: PLAIN, body: ['bare'] }

  it.each([
    ['a page of ours', { status: 404, headers: OWN, body: ['ours'] }, '/fr', {}, 'ours'],
    [
      'data for a program',
      { status: 404, headers: { 'content-type': 'application/json' }, body: ['{}'] },
      '/fr',
      {},
      '{}',
    ],
    ['what the script of a form waits for', bare, '/fr', { 'next-action': 'x' }, 'bare'],
    ['an interface', bare, '/api/exam/answers', {}, 'bare'],
    ['what went well', { status: 200, headers: PLAIN, body: ['bare'] }, '/fr', {}, 'bare'],
  ])('%s', async (_, said, path, headers, body) => {
    expect(await ask(said, path, { headers })).toMatchObject({ status: said.status, text: body })
  })
})

describe('every answer', () => {
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

  it('may say otherwise', async () => {
    const own = { ...OWN, 'referrer-policy': 'no-referrer' }
    const { headers } = await ask({ status: 200, headers: own })

    expect(Object.fromEntries(headers)).toMatchObject(own)
  })

  it('is kept for ever only when there is something to keep', async () => {
    const kept = { 'cache-control': 'public, max-age=31536000, immutable' }

    expect((await ask({ status: 200, headers: kept })).headers.get('cache-control')).toBe(kept['cache-control'])
    const missing = await ask({ status: 404, headers: { ...OWN, ...kept } })
    expect(missing.headers.get('cache-control')).toBe('no-store')
  })
})

it('refuses what never reaches Next, with no body after a HEAD', async () => {
  answer = (request, response) => refuse(request, response, 413)
  const response = await fetch(`${site}/fr`, { method: 'HEAD' })

  expect([response.status, await response.text()]).toEqual([413, ''])
})
