import { connect } from 'node:net'
import type { APIRequestContext } from '@playwright/test'
import { directionOf, LOCALES, type Locale } from '@/domain/locale'
import { type Fields, nativeForm } from '../support/e2e/native-form'
import { ownSite } from '../support/e2e/own-site'
import { COURSE, expect, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'

const formOf = (request: APIRequestContext, locale: Locale): Promise<Fields> =>
  nativeForm(request, `/${locale}/sign-in`, { email: 'reader@example.ma', password: 'nothing of hers' })

const STATE = '$ACTION_1:1'
const FORGED: Record<string, { change: (form: Fields) => Fields; status: number; says: 'outdated' | 'invalid-input' }> =
  {
    'of a page from before a deployment': {
      change: (form) => ({ ...form, '$ACTION_1:0': `{"id":"60${'a'.repeat(40)}","bound":"$@1"}` }),
      status: 409,
      says: 'outdated',
    },
    'that names no action': {
      change: ({ email = '' }) => ({ email }),
      status: 400,
      says: 'invalid-input',
    },
    'with a damaged state': { change: (form) => ({ ...form, [STATE]: '{{{' }), status: 400, says: 'invalid-input' },
    'with a state too many': {
      change: (form) => ({ ...form, [STATE]: '[{},{}]' }),
      status: 400,
      says: 'invalid-input',
    },
    'with a reference in its state': {
      change: (form) => ({ ...form, [STATE]: '[{"summary":"$Q1"}]' }),
      status: 400,
      says: 'invalid-input',
    },
  }

test('a form that React hid its fields in is answered without JavaScript', async ({ request }) => {
  const response = await request.post('/fr/sign-in', { multipart: await formOf(request, 'fr') })

  expect(response.status()).toBe(200)
  expect(await response.text()).toContain(t('fr', 'errors.wrong-credentials'))
})

for (const [kind, { change, status, says }] of Object.entries(FORGED)) {
  test(`a form ${kind} is refused in the language of its page`, async ({ request }) => {
    for (const locale of LOCALES) {
      const multipart = change(await formOf(request, locale))
      const response = await request.post(`/${locale}/sign-in`, { multipart })
      const text = await response.text()

      expect(response.status()).toBe(status)
      expect(text).toContain(`<html lang="${locale}" dir="${directionOf(locale)}">`)
      expect(text).toContain(t(locale, `errors.${says}`))
    }
  })
}

test('a form that was cut off on its way is refused', async ({ request }) => {
  for (const [type, data] of [
    ['multipart/form-data; boundary=x', '--x\r\nContent-Disp'],
    ['multipart/form-data', 'email=a'],
  ] as const) {
    const response = await request.post('/ar/sign-in', { headers: { 'content-type': type }, data })
    expect(response.status()).toBe(400)
    expect(await response.text()).toContain(t('ar', 'errors.invalid-input'))
  }
})

/** What the action of the form on /fr/sign-in, its id given, could be sent: the type, the body, what it answers. */
const FORM = { 'content-type': 'multipart/form-data; boundary=x' }
const part = (name: string, value: string) =>
  `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const sent = (...parts: string[]) => `${parts.join('')}--x--\r\n`
const UNTOUCHED = '[{"summary":[],"errors":{},"values":{}},"$K1"]'
type Forgery = { headers: Record<string, string>; data: string; status: number; says: 'invalid-input' | 'not-a-form' }
const forgeries = (id: string): Record<string, Forgery> => {
  const called = { 'next-action': id }
  const wrong = { status: 400, says: 'invalid-input' } as const
  const plain = (name: string, ...parts: string[]) => ({
    [name]: { headers: FORM, data: sent(...parts), ...wrong },
  })
  const bound = (value: string) =>
    plain(
      `bound to ${value}`,
      part('$ACTION_REF_1', ''),
      part('$ACTION_1:0', `{"id":"${id}","bound":${value}}`),
      part('$ACTION_1:1', '[{}]'),
    )
  return {
    JSON: { headers: { ...called, 'content-type': 'application/json' }, data: '[]', status: 415, says: 'not-a-form' },
    text: { headers: { ...called, 'content-type': 'text/plain' }, data: '[]', status: 415, says: 'not-a-form' },
    'no boundary': { headers: { ...called, 'content-type': 'multipart/form-data' }, data: 'x', ...wrong },
    'broken arguments': {
      headers: { ...called, ...FORM },
      data: sent(part('_1_email', 'a'), part('0', '[{')),
      ...wrong,
    },
    'no arguments': { headers: { ...called, ...FORM }, data: sent(part('_1_email', 'a')), ...wrong },
    'no fields': { headers: { ...called, ...FORM }, data: sent(part('0', '[{"summary":[]}]')), ...wrong },
    'an action of another shape': {
      headers: { ...FORM, 'next-action': 'fatima@court.example' },
      data: sent(part('0', UNTOUCHED)),
      ...wrong,
    },
    ...bound('[]'),
    ...bound('null'),
    ...bound('"x"'),
    ...bound('"$@2"'),
    ...plain('an action without its state', part(`$ACTION_ID_${id}`, '')),
    ...plain('an e-mail for an action', part('$ACTION_ID_fatima@court.example', '')),
  }
}

test('what no form could have sent is refused with a sentence, and is neither a bug of ours nor quoted', async ({
  request,
}) => {
  let said = ''
  const site = await ownSite({}, (text) => {
    said += text
  })
  said = ''
  try {
    const { '$ACTION_1:0': reference = '' } = await formOf(request, 'fr')
    const all = forgeries(JSON.parse(reference).id)
    for (const [kind, { status, says, ...forged }] of Object.entries(all)) {
      const response = await request.post(`${site.url}/fr/sign-in`, forged)
      expect(response.status(), kind).toBe(status)
      expect(await response.text(), kind).toContain(t('fr', `errors.${says}`))
    }
    await expect.poll(() => said.match(/"path":"\/fr\/sign-in"/g)?.length).toBe(Object.keys(all).length)
    for (const line of said.trim().split('\n')) expect(JSON.parse(line)).toMatchObject({ event: 'request' })
    expect(said).not.toContain('fatima')
  } finally {
    await site.stop()
  }
})

test('a form of its script is taken from wherever the site itself takes it', async ({ request, baseURL }) => {
  const { '$ACTION_1:0': reference = '' } = await formOf(request, 'fr')
  const called = { ...FORM, 'next-action': JSON.parse(reference).id }
  const data = sent(part('_1_email', ''), part('_1_password', ''), part('0', UNTOUCHED))
  const places: Record<string, string>[] = [
    {},
    { origin: baseURL ?? '' },
    { origin: 'null', 'sec-fetch-site': 'same-origin' },
    { origin: baseURL ?? '', 'x-forwarded-host': 'proxy.example' },
  ]
  for (const from of places) {
    const response = await request.post('/fr/sign-in', { headers: { ...called, ...from }, data })
    expect(response.status()).toBe(200)
    expect(await response.text()).toContain(t('fr', 'fields.problems.required'))
  }
  const hidden = { origin: 'null', 'sec-fetch-site': 'same-origin' }
  const plain = await request.post('/fr/sign-in', { headers: hidden, multipart: await formOf(request, 'fr') })
  expect(plain.status()).toBe(200)
  expect(await plain.text()).toContain(t('fr', 'errors.wrong-credentials'))
})

test('a page asked for in pieces comes, whatever is said of the pieces that are there', async ({ request }) => {
  for (const tree of ['garbage', '%', '[]']) {
    const response = await request.get('/fr/sign-in', { headers: { rsc: '1', 'next-router-state-tree': tree } })
    expect(response.status(), tree).toBe(200)
  }
})

test('an origin that hides itself, or hides behind a proxy, is a foreign one', async ({ request }) => {
  const multipart = await formOf(request, 'ar')
  const foreign: Record<string, string>[] = [
    { origin: 'null' },
    { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
  ]
  for (const headers of foreign) {
    const response = await request.post('/ar/sign-in', { headers, multipart })
    expect(response.status()).toBe(403)
    expect(await response.text()).toContain(t('ar', 'errors.forbidden'))
  }
})

test('a way of asking that a page does not know is refused with those it knows', async ({ request }) => {
  for (const [method, path, allow] of [
    ['GET', `/fr/courses/${COURSE}/exam/start`, 'POST'],
    ['POST', '/fr/courses', 'GET, HEAD'],
    ['PUT', '/fr/sign-in', 'GET, HEAD, POST'],
    ['DELETE', `/fr/courses/${COURSE}`, 'GET, HEAD, POST'],
    ['OPTIONS', '/fr/account', 'GET, HEAD, POST'],
    ['PROPFIND', '/fr', 'GET, HEAD, POST'],
  ] as const) {
    const form = method === 'POST' ? { form: { a: 'b' } } : {}
    const response = await request.fetch(path, { method, ...form })
    expect(response.status(), `${method} ${path}`).toBe(405)
    expect(response.headers().allow).toBe(allow)
    expect(await response.text()).toContain(t('fr', 'errors.wrong-method'))
  }
})

test('a file that is not there is a page of ours, and is not kept', async ({ request }) => {
  for (const path of ['/assets/site-0.css', '/fonts/none.woff2', '/_next/static/none.js', '/api/none', '/icon.svg/x']) {
    const response = await request.get(path)
    expect(response.status(), path).toBe(404)
    expect(response.headers()['cache-control'], path).toMatch(/no-store|no-cache/)
    expect(response.headers()['content-security-policy'], path).toMatch(/^default-src 'none'/)
    expect(await response.text(), path).toMatch(/^<!doctype html><html lang="/)
  }
})

test('an address without end is answered all the same', async ({ baseURL }) => {
  const { port } = new URL(baseURL ?? '')
  const answer = await new Promise<string>((resolve, reject) => {
    let text = ''
    const socket = connect(Number(port), '127.0.0.1', () => {
      socket.write(`GET /fr/verify?number=${'x'.repeat(40_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`)
    })
    socket.on('data', (data) => {
      text += data
    })
    socket.on('close', () => resolve(text))
    socket.on('error', reject)
  })

  expect(answer).toMatch(/^HTTP\/1\.1 431 /)
  expect(answer).toContain('<html lang="fr" dir="ltr">')
})
