import { connect } from 'node:net'
import { directionOf, LOCALES } from '@/domain/locale'
import { ownSite } from '../support/e2e/own-site'
import { COURSE, expect, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'

const TYPED = { email: 'reader@example.ma', password: 'nothing of hers' }
// As browsers write it: Node's parser fails on a boundary of a single letter.
const BOUNDARY = '----WebKitFormBoundary7MA4YWxkTrZu0gW'
const PARTS = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` }
const part = (name: string, value: string, file = '') =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${value}\r\n`

type Forgery = {
  headers: Record<string, string>
  data: string
  status: number
  says: 'errors.invalid-input' | 'errors.not-a-form' | 'fields.problems.required'
}
/** Requests that no form of ours could have sent. */
const FORGERIES: Record<string, Forgery> = {
  JSON: { headers: { 'content-type': 'application/json' }, data: '{}', status: 415, says: 'errors.not-a-form' },
  text: { headers: { 'content-type': 'text/plain' }, data: 'email=fatima', status: 415, says: 'errors.not-a-form' },
  'no type': { headers: { 'content-type': '' }, data: 'email=fatima', status: 415, says: 'errors.not-a-form' },
  'a form cut off on its way': {
    headers: PARTS,
    data: `--${BOUNDARY}\r\nContent-Disp`,
    status: 400,
    says: 'errors.invalid-input',
  },
  'no boundary': {
    headers: { 'content-type': 'multipart/form-data' },
    data: 'email=fatima',
    status: 400,
    says: 'errors.invalid-input',
  },
  'files in place of texts': {
    headers: PARTS,
    data: `${part('email', 'fatima', '; filename="x"\r\nContent-Type: text/plain')}${part('password', 'x', '; filename="y"\r\nContent-Type: text/plain')}--${BOUNDARY}--\r\n`,
    status: 400,
    says: 'fields.problems.required',
  },
}

test('a form sent without JavaScript gets the status of its error', async ({ request }) => {
  for (const sent of [{ form: TYPED }, { multipart: TYPED }]) {
    const response = await request.post('/fr/sign-in', sent)
    expect(response.status()).toBe(401)
    expect(await response.text()).toContain(t('fr', 'errors.wrong-credentials'))
  }
})

test('a request that no form could have sent is refused in the language of its page, not logged as an error, and not quoted', async ({
  request,
}) => {
  let said = ''
  const site = await ownSite({}, (text) => {
    said += text
  })
  said = ''
  try {
    for (const [kind, { status, says, ...forged }] of Object.entries(FORGERIES)) {
      for (const locale of LOCALES) {
        const response = await request.post(`${site.url}/${locale}/sign-in`, forged)
        const text = await response.text()
        expect(response.status(), kind).toBe(status)
        expect(text, kind).toContain(`<html lang="${locale}" dir="${directionOf(locale)}">`)
        expect(text, kind).toContain(t(locale, says))
      }
    }
    const sent = Object.keys(FORGERIES).length * LOCALES.length
    await expect.poll(() => said.match(/"path":"\/\w+\/sign-in"/g)?.length).toBe(sent)
    for (const line of said.trim().split('\n')) expect(JSON.parse(line)).toMatchObject({ event: 'request' })
    expect(said).not.toContain('fatima')
  } finally {
    await site.stop()
  }
})

test('a form is accepted with every origin that the site’s own pages send', async ({ request, baseURL }) => {
  const places: Record<string, string>[] = [
    {},
    { origin: baseURL ?? '' },
    { origin: baseURL ?? '', 'x-forwarded-host': 'proxy.example' },
  ]
  for (const headers of places) {
    const response = await request.post('/fr/sign-in', { headers, form: { email: '', password: '' } })
    expect(response.status()).toBe(400)
    expect(await response.text()).toContain(t('fr', 'fields.problems.required'))
  }
})

test('an origin of null, or one that only a forwarded host confirms, is refused', async ({ request }) => {
  const foreign: Record<string, string>[] = [
    { origin: 'null' },
    { origin: 'null', 'sec-fetch-site': 'same-origin' },
    { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
  ]
  for (const headers of foreign) {
    const response = await request.post('/ar/sign-in', { headers, form: TYPED })
    expect(response.status()).toBe(403)
    expect(await response.text()).toContain(t('ar', 'errors.forbidden'))
  }
})

test('a method that a page does not have is refused with the list of its methods', async ({ request }) => {
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

test('a missing file gives an error page that no cache stores', async ({ request }) => {
  for (const path of ['/assets/site-0.css', '/fonts/none.woff2', '/_next/static/none.js', '/api/none', '/icon.svg/x']) {
    const response = await request.get(path, { headers: { accept: 'text/html' } })
    expect(response.status(), path).toBe(404)
    expect(response.headers()['cache-control'], path).toMatch(/no-store|no-cache/)
    expect(response.headers()['content-security-policy'], path).toMatch(/^default-src 'none'/)
    expect(await response.text(), path).toMatch(/^<!doctype html><html lang="/)
  }
})

test('an address that is too long gets a response', async ({ baseURL }) => {
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
