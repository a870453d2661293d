import { readFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { directionOf, LOCALES } from '@/domain/locale'
import { HOTLINE } from '@/domain/urgent-help'
import ar from '@/i18n/messages/ar.json'
import en from '@/i18n/messages/en.json'
import fr from '@/i18n/messages/fr.json'
import { refusalsForTests } from '@/tests/support/refusals'
import { DOCUMENT_POLICY, RESPONSE_HEADERS } from './headers'
import { pageName, REFUSALS, rawRefusal, refusalPages, refusalWords, SLOTS } from './refusals'

beforeAll(refusalsForTests)
afterEach(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
})

const MESSAGES = { ar, fr, en }
const plain = (html: string) => html.replace(/[\u00A0\u202F]/g, ' ').replaceAll('&#x27;', "'")

describe.each(LOCALES)('the built pages (%s)', (locale) => {
  it.each(REFUSALS)('say %s in the frame of every page, with the number to call and the way out', (refusal) => {
    const html = refusalPages().get(pageName(refusal, locale)) ?? ''
    const { errors, practice, site, nav } = MESSAGES[locale]

    expect(html).toMatch(new RegExp(`^<!doctype html><html lang="${locale}" dir="${directionOf(locale)}">`))
    expect(plain(html)).toContain(`<p>${refusal === 'not-sent' ? practice.notSent : errors[refusal]}</p>`)
    for (const part of [HOTLINE, site.leave, nav.skip, errors.home]) expect(html).toContain(part)
    expect(html).toContain('<meta name="robots" content="noindex"/>')
    expect(html.split(SLOTS.back)).toHaveLength(2)
  })
})

describe('a request that cannot be read', () => {
  it.each([
    ['GET /fr/verify?number=1 HTTP/1.1', 'lang="fr"'],
    ['GET /english HTTP/1.1', 'lang="ar"'],
    ['nonsense', 'lang="ar"'],
  ])('is answered in the language of %s', (firstLine, language) => {
    const [head = '', page = ''] = rawRefusal(431, firstLine, 'r1').split('\r\n\r\n')

    expect(head).toMatch(/^HTTP\/1\.1 431 Request Header Fields Too Large\r\n/)
    expect(head).toContain(`Content-Length: ${Buffer.byteLength(page)}`)
    expect(page).toContain(language)
    expect(page).not.toContain('xxback')
  })

  it('gets the headers of every response, and is kept by no cache', () => {
    const head = rawRefusal(431, 'GET /fr HTTP/1.1', 'r1')
    const { 'Content-Security-Policy': _, ...others } = RESPONSE_HEADERS

    for (const [name, value] of Object.entries(others)) expect(head).toContain(`\r\n${name}: ${value}\r\n`)
    expect(head.match(/^Content-Security-Policy: .*$/gm)).toEqual([expect.stringContaining("frame-ancestors 'none'")])
    expect(head).toContain('\r\nCache-Control: no-store\r\n')
    expect(head).not.toContain('Strict-Transport-Security')
  })

  it('tells the browser to use https if the site does', async () => {
    vi.stubEnv('PUBLIC_URL', 'https://formation.example')
    vi.resetModules()
    const behindHttps = await import('./refusals')

    expect(behindHttps.rawRefusal(431, '', 'r1')).toContain('\r\nStrict-Transport-Security: max-age=31536000')
  })

  it('is said not to have arrived if it came too slowly', () => {
    const answer = rawRefusal(408, 'GET /fr HTTP/1.1', 'r1')

    expect(answer).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/)
    expect(answer).toContain(`<p>${fr.practice.notSent}</p>`)
  })
})

const asked = (url: string, headers: Record<string, string> = {}, method = 'GET') =>
  ({ method, url, headers }) as unknown as IncomingMessage

describe('a refusal leads back', () => {
  const ask = (referer: string) =>
    refusalWords(asked('/fr/cohorts/1/import', { host: 'here.example', referer }, 'POST'), 413, 'r1').body

  it('to the page of this site that she came from', () => {
    const html = ask('https://here.example/fr/cohorts/1/people?show=asked&page="2"')

    expect(html).toContain('href="/fr/cohorts/1/people?show=asked&amp;page=%222%22"')
    expect(html).toContain(`referrerPolicy="no-referrer">${fr.errors.back}</a>`)
  })

  it.each(['https://elsewhere.example/fr/courses', 'https://here.example/fr//elsewhere.example', 'no address', ''])(
    'to nowhere from %s',
    (referer) => {
      expect(ask(referer)).not.toContain(fr.errors.back)
    },
  )
})

it('speaks the language that the browser asks for where the address names none', () => {
  const ask = (language: string) => refusalWords(asked('/nothing', { 'accept-language': language }), 404, 'r1').body

  expect(ask('de, en;q=0.8')).toContain('<html lang="en" dir="ltr">')
  expect(ask('de')).toContain('<html lang="ar" dir="rtl">')
})

it('gives a program the code, and a page to a person who asks the same interface', () => {
  expect(refusalWords(asked('/api/health', { accept: '*/*' }, 'POST'), 405, 'r1')).toEqual({
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', Allow: 'GET, HEAD, OPTIONS' },
    body: '{"code":"wrong-method"}',
  })
  const { headers, body } = refusalWords(
    asked('/api/health', { accept: 'text/html', 'accept-language': 'fr' }, 'POST'),
    405,
    'r1',
  )
  expect(headers).toMatchObject({ Allow: 'GET, HEAD, OPTIONS', 'Content-Security-Policy': DOCUMENT_POLICY })
  expect(body).toContain(fr.errors['wrong-method'])
})

it.each(LOCALES)('gives a system that reads the API a problem in the language that it asks for: %s', (locale) => {
  const refused = (status: number, method: string) =>
    refusalWords(asked('/api/v1/cohorts?limit=1', { accept: '*/*', 'accept-language': locale }, method), status, 'r1')
  const { headers, body } = refused(405, 'DELETE')
  const words = MESSAGES[locale].api.problems

  expect(headers).toEqual({
    'Content-Type': 'application/problem+json',
    'Content-Language': locale,
    'Cache-Control': 'no-store',
    Allow: 'GET, HEAD, OPTIONS',
  })
  const problem = { type: 'about:blank', status: 405, code: 'wrong-method', ...words['wrong-method'] }
  expect(JSON.parse(plain(body))).toEqual(problem)
  expect(JSON.parse(plain(refused(413, 'POST').body))).toEqual({
    ...{ type: 'about:blank', status: 413, code: 'bad-request' },
    ...words['bad-request'],
  })
  expect(JSON.parse(refused(500, 'GET').body)).toMatchObject({ status: 500, code: 'failed' })
  expect(JSON.parse(refused(503, 'GET').body)).toMatchObject({ status: 503, code: 'unavailable' })
})

it('links the style sheet and the scripts of the build', () => {
  const manifest = JSON.parse(readFileSync('public/assets/manifest.json', 'utf8'))
  const { body } = refusalWords(asked('/fr'), 500, 'the-id')

  for (const name of ['site.css', 'leave.js']) expect(body).toContain(`"${manifest[name]}"`)
  expect(body).toContain('<bdi dir="ltr">the-id</bdi>')
})
