import { ownSite } from '../support/e2e/own-site'
import { COURSE, expect, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'

const KINDS: Record<string, string> = {
  'a document': '/ar',
  'a page with forms': '/ar/sign-in',
  'a page that does not exist': '/ar/nothing-here',
  'a document that does not exist': '/ar/courses/none',
  'an unreadable address': '/ar/%E0%A4%A',
  'a redirection to sign in': `/ar/courses/${COURSE}/exam`,
  'a redirection to the language': '/',
  'an interface': '/api/health',
  'an interface that does not exist': '/api/none/at/all',
  'a refusal of an interface': '/api/account/data',
  'a file that is refused': '/api/certificates/2345/pdf',
  'a table of figures': '/api/library/figures/victims?lang=fr',
  'a status list': '/api/credentials/status/0',
  'a file that does not exist': '/assets/none.css',
  'a script': '/assets/manifest.json',
  'the service worker': '/worker.js',
  'a kept lesson list': `/ar/courses/${COURSE}/kept`,
  'the list of a copy': `/api/courses/${COURSE}/kept?lang=ar`,
  'a font': '/fonts/notosans-ar.woff2',
  'the icon': '/icon.svg',
  'a film': '/media/see-and-call/film.mp4',
  'a brochure': '/api/courses/awareness/handout/brochure-fr.pdf',
  'the optimiser of pictures that is not there': '/_next/image?url=%2Ficon.svg&w=64&q=75',
}

for (const [kind, path] of Object.entries(KINDS)) {
  test(`${kind} has the headers of every answer`, async ({ request }) => {
    const headers = (await request.get(path, { maxRedirects: 0 })).headers()

    expect(headers['x-content-type-options']).toBe('nosniff')
    // Caches keep fonts, style sheets and scripts for a year: the id of one request would stay with them.
    const isImmutable = headers['cache-control']?.includes('immutable')
    expect(headers['x-request-id'] ?? '').toMatch(isImmutable ? /^$/ : /^[0-9a-f-]{36}$/)
    // Browsers never show a font, a style sheet or a script as a page, from which a link could lead elsewhere.
    if (!/^(font|text\/(css|javascript))\b/.test(headers['content-type'] ?? '')) {
      expect(headers['referrer-policy']).toMatch(/^(strict-origin-when-cross-origin|same-origin|no-referrer)$/)
    }
    expect(headers['x-powered-by']).toBeUndefined()
    // The test site uses plain http, so it must not send HSTS.
    expect(headers['strict-transport-security']).toBeUndefined()
    if (!headers['content-type']?.startsWith('text/html')) return
    const policy = headers['content-security-policy'] ?? ''
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|https?:|\*/)
    expect(policy).toMatch(/default-src '(none|self)'/)
  })
}

test('a form that the web server refuses has these headers too', async ({ request }) => {
  const headers = (await request.post('/ar/sign-in', { data: {} })).headers()

  expect(headers).toMatchObject({
    'content-security-policy': expect.stringMatching(/^default-src 'none';.* frame-ancestors 'none'$/),
    'x-content-type-options': 'nosniff',
    'cache-control': expect.stringContaining('no-store'),
  })
})

test('there is no image optimiser', async ({ request }) => {
  expect((await request.get('/_next/image?url=%2Ficon.svg&w=64&q=75')).status()).toBe(404)
})

test('a request for a file with a failed condition or an impossible range is refused', async ({ request }) => {
  for (const [headers, status] of [
    [{ range: 'bytes=99999999-' }, 416],
    [{ 'if-match': '"x"' }, 412],
    [{ 'if-unmodified-since': 'Mon, 01 Jan 2001 00:00:00 GMT' }, 412],
    [{ range: 'bytes=0-9' }, 206],
  ] as const) {
    for (const path of ['/icon.svg', '/fonts/notosans-ar.woff2', '/assets/manifest.json']) {
      // Fonts and assets are always sent whole: no browser asks for a part of a font.
      const expected = 'range' in headers && path !== '/icon.svg' ? 200 : status
      expect((await request.get(path, { headers })).status(), path).toBe(expected)
    }
  }
  const { 'content-range': range } = (
    await request.get('/icon.svg', { headers: { range: 'bytes=99999999-' } })
  ).headers()
  expect(range).toMatch(/^bytes \*\/\d+$/)
})

test('an API and a file answer a wrong method with the list of their methods', async ({ request, cast }) => {
  for (const [method, path, allow] of [
    ['POST', '/api/health', 'GET, HEAD, OPTIONS'],
    ['PUT', `/api/certificates/${cast.certificate.number}/pdf`, 'GET, HEAD, OPTIONS'],
    ['GET', '/api/exam/answers', 'OPTIONS, PUT'],
    ['PUT', '/api/lessons/place', 'OPTIONS, POST'],
    ['GET', '/api/lessons/offline', 'OPTIONS, POST'],
    ['POST', '/icon.svg', 'GET, HEAD'],
  ] as const) {
    const response = await request.fetch(path, { method })
    expect(response.status(), path).toBe(405)
    expect(response.headers().allow).toBe(allow)
    if (path.startsWith('/api/')) expect(await response.json()).toEqual({ code: 'wrong-method' })
  }
})

test('an API lists the methods that its route exports', async ({ request }) => {
  for (const path of ['/api/health', '/api/exam/answers', '/api/lessons/place']) {
    const known = (await request.fetch(path, { method: 'OPTIONS' })).headers().allow
    expect((await request.fetch(path, { method: 'DELETE' })).headers().allow).toBe(known)
  }
})

test('no header of HEAD contradicts GET for a compressed file', async ({ request }) => {
  const { 'site.css': path } = await (await request.get('/assets/manifest.json')).json()
  const whole = (await request.get(path)).headers()
  const head = (await request.head(path)).headers()

  expect(whole).toMatchObject({ 'content-encoding': 'br', 'content-length': expect.any(String) })
  for (const name of ['content-encoding', 'content-length']) expect([whole[name], undefined]).toContain(head[name])
})

test('what belongs to one person is kept by no cache', async ({ as, context, cast }) => {
  await as('holder')
  const paths = ['/ar/account', '/ar/learning', '/ar/certificates', `/ar/courses/${COURSE}`, '/api/account/data']
  for (const path of [...paths, `/api/certificates/${cast.certificate.number}/pdf`]) {
    const { 'cache-control': cache } = (await context.request.get(path)).headers()
    expect(cache, path).toContain('no-store')
  }
})

test('a page with the key of a share link tells its address to no other site, and to no search engine', async ({
  request,
  cast,
}) => {
  const { number, shareToken } = cast.certificate
  const headers = (await request.get(`/ar/verify/${number}?key=${shareToken}`)).headers()

  expect(headers).toMatchObject({ 'referrer-policy': 'strict-origin', 'x-robots-tag': 'noindex' })
  expect((await request.get(`/ar/verify/${number}`)).headers()['x-robots-tag']).toBe('noindex')
})

test('the cookie of a session is out of reach of scripts and other sites, and ends with the session', async ({
  page,
  context,
  login,
}) => {
  const someone = await login({}, null)
  await page.goto('/ar/sign-in')
  await page.getByLabel(t('ar', 'fields.email')).fill(someone.email)
  await page.getByLabel(t('ar', 'fields.password'), { exact: true }).fill(someone.password)
  await page
    .getByRole('main')
    .getByRole('button', { name: t('ar', 'nav.signIn') })
    .click()
  await expect(page).toHaveURL('/ar/learning')
  const cookies = (await context.cookies()).toSorted((a, b) => b.name.localeCompare(a.name))
  const closed = { httpOnly: true, sameSite: 'Lax', path: '/', secure: false }
  expect(cookies).toMatchObject([
    { name: 'session', ...closed },
    { name: 'browser', ...closed },
  ])

  await page.goto('/ar/account')
  await page
    .getByRole('main')
    .getByRole('button', { name: t('ar', 'nav.signOut'), exact: true })
    .click()
  await expect(page.getByRole('status')).toHaveText(t('ar', 'account.notices.signed-out'))
  // The cookie of the known browser stays, but it does not tell whose browser it is.
  expect(await context.cookies()).toMatchObject([{ name: 'browser' }])
  const stolen = await context.request.get('/api/account/data', { headers: { cookie: `session=${cookies[0]?.value}` } })
  expect(stolen.status()).toBe(401)
})

test('behind https the site sends HSTS, and its cookies are secure', async ({ request, login }) => {
  const { email, password } = await login({}, null)
  const site = await ownSite({ PUBLIC_URL: 'https://formation.example' })
  try {
    const page = `${site.url}/ar/sign-in`
    const answer = await request.post(page, { form: { email, password }, maxRedirects: 0 })

    expect(answer.headers()).toMatchObject({
      location: '/ar/learning',
      'strict-transport-security': expect.stringMatching(/^max-age=31536000/),
    })
    const cookies = answer.headersArray().filter(({ name }) => name.toLowerCase() === 'set-cookie')
    expect(cookies.map(({ value }) => value.split('=')[0]).toSorted()).toEqual(['__Host-browser', '__Host-session'])
    for (const { value } of cookies) {
      expect(value).toMatch(/(?=.*; Path=\/(;|$))(?=.*; Secure)(?=.*; HttpOnly)(?=.*; SameSite=lax)/i)
    }
  } finally {
    await site.stop()
  }
})
