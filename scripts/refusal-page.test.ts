import { afterEach, describe, expect, it, vi } from 'vitest'
import fr from '@/i18n/messages/fr.json'
import { ANSWER_HEADERS } from './answer-headers.mjs'
import { rawRefusal, refuse } from './refusal-page.mjs'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
})

const REFUSED = { status: 431, firstLine: 'GET /fr HTTP/1.1', requestId: 'r1' }

it.each([
  ['GET /fr/verify?number=1 HTTP/1.1', 'lang="fr"'],
  ['GET /english HTTP/1.1', 'lang="ar"'],
  ['nonsense', 'lang="ar"'],
])('answers what is no request, in the language of %s', (firstLine, language) => {
  const [head = '', page = ''] = rawRefusal({ ...REFUSED, firstLine }).split('\r\n\r\n')

  expect(head).toMatch(/^HTTP\/1\.1 431 Request Header Fields Too Large\r\n/)
  expect(head).toContain(`Content-Length: ${Buffer.byteLength(page)}`)
  expect(page).toContain(language)
})

it('gives it the headers of every answer, and is kept by no cache', () => {
  const head = rawRefusal(REFUSED)
  const { 'Content-Security-Policy': _, ...others } = ANSWER_HEADERS

  for (const [name, value] of Object.entries(others)) expect(head).toContain(`\r\n${name}: ${value}\r\n`)
  expect(head.match(/^Content-Security-Policy: .*$/gm)).toEqual([expect.stringContaining("frame-ancestors 'none'")])
  expect(head).toContain('\r\nCache-Control: no-store\r\n')
  expect(head).not.toContain('Strict-Transport-Security')
})

it('holds the browser to https where the site is behind it', async () => {
  vi.stubEnv('PUBLIC_URL', 'https://formation.example')
  vi.resetModules()
  const behindHttps = await import('./refusal-page.mjs')

  expect(behindHttps.rawRefusal(REFUSED)).toContain('\r\nStrict-Transport-Security: max-age=31536000')
})

it('says of a request that came too slowly that it did not come', () => {
  const answer = rawRefusal({ ...REFUSED, status: 408 })

  expect(answer).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/)
  expect(answer).toContain(`<p>${fr.practice.notSent}</p>`)
})

describe('a refusal leads back', () => {
  const ask = (headers: Record<string, string>) => {
    const sent: string[] = []
    const response = { getHeaderNames: () => [], setHeader: () => undefined, end: (body: string) => sent.push(body) }
    const request = { method: 'POST', url: '/fr/cohorts/1/import', headers: { host: 'here.example', ...headers } }
    refuse(request, response, 413)
    return sent.join('')
  }
  const back = (path: string) =>
    `<a class="btn primary" href="${path}" referrerpolicy="no-referrer">${fr.errors.back}</a>`

  it('to the page of this site that she came from', () => {
    const html = ask({ referer: 'https://here.example/fr/cohorts/1/people?show=asked&page="2"' })

    expect(html).toContain(back('/fr/cohorts/1/people?show=asked&amp;page=%222%22'))
  })

  it.each(['https://elsewhere.example/fr/courses', 'https://here.example/fr//elsewhere.example', 'no address', ''])(
    'to nowhere from %s',
    (referer) => {
      expect(ask({ referer })).not.toContain(fr.errors.back)
    },
  )
})
