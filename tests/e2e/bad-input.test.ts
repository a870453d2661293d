import { once } from 'node:events'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { directionOf, LOCALES } from '@/domain/locale'
import { examPath } from '../support/e2e/answering'
import { COURSE, expect, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'

const course = `/ar/courses/${COURSE}`
const TOO_MUCH = 'a'.repeat(300_000)
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

test('an address that cannot be read is refused in the language of the address', async ({ request }) => {
  for (const locale of LOCALES) {
    for (const address of [`/${locale}/%E0%A4%A`, `/${locale}/courses/%`, `/${locale}/courses/%00`]) {
      const response = await request.get(address)
      expect(response.status()).toBe(400)
      expect(await response.text()).toContain(`<html lang="${locale}" dir="${directionOf(locale)}">`)
    }
  }
})

test('a missing page is a 404 in the language of its address', async ({ request }) => {
  for (const locale of LOCALES) {
    const paths = ['/nothing', '/courses/none', `/courses/${COURSE}/lessons/none`, '/courses/none/exam', '/verify/none']
    for (const path of paths) {
      const response = await request.get(`/${locale}${path}`)
      expect(response.status(), path).toBe(404)
      expect(await response.text()).toContain(`<html lang="${locale}" dir="${directionOf(locale)}"`)
    }
    const response = await request.get(`/${locale}/courses/none`)
    expect(await response.text()).toContain(t(locale, 'errors.not-found'))
  }
})

test('an unknown address is a 404 in the language that the browser asks for', async ({ request }) => {
  for (const path of ['/de/courses', '/.well-known/none', '/robots.txt2', '/icon.svg2', '/favicon.ico']) {
    const response = await request.get(path, { headers: { 'accept-language': 'fr' } })
    expect(response.status(), path).toBe(404)
    expect(new URL(response.url()).pathname).toBe(`/fr${path}`)
  }
})

test('a form sent without a certificate number is answered in the language of the page', async ({ page }) => {
  for (const locale of LOCALES) {
    await page.goto(`/${locale}/verify`)
    await page.getByRole('button', { name: t(locale, 'verify.submit') }).click()
    await expect(page.getByRole('alert')).toContainText(t(locale, 'verify.problem.malformed'))
  }
})

test('a question that the exam does not have is a 404', async ({ as, context }) => {
  await as('sitter')
  for (const n of ['0', '21', '-1', '1.5', 'x', '999', '1e1']) {
    const response = await context.request.get(`${course}/exam/${n}`)
    expect(response.status(), n).toBe(404)
  }
  expect((await context.request.get(`${examPath('ar', COURSE, 'result')}?attempt=7`)).status()).toBe(404)
})

test('JSON in place of a form is refused with a sentence', async ({ request, as, context }) => {
  await as('sitter')
  // The forms of learners check the permission before they read the body.
  const hers = ['/ar/account', `${course}/start`, `${course}/exam/hand-in`].map((path) => ({
    path,
    by: context.request,
  }))
  const anybodys = ['/ar/sign-in', '/ar/sign-up'].map((path) => ({ path, by: request }))
  for (const { path, by } of [...anybodys, ...hers]) {
    const response = await by.post(path, { data: { email: 'a@example.ma' } })
    expect(response.status(), path).toBe(415)
    expect(await response.text()).toContain(t('ar', 'errors.not-a-form'))
  }
})

test('a form in place of JSON, or malformed JSON, is refused', async ({ request }) => {
  const form = { courseId: COURSE }
  for (const response of [
    await request.put('/api/exam/answers', { form }),
    await request.post('/api/lessons/place', { form }),
    await request.put('/api/exam/answers', { headers: { 'content-type': 'application/json' }, data: '{"courseId":' }),
    await request.put('/api/exam/answers', { data: { courseId: COURSE, attemptId: 'x', saved: {}, extra: 1 } }),
  ]) {
    expect(response.status()).toBe(400)
    expect(await response.json()).toEqual({ code: 'invalid-input' })
  }
})

test('a body over the limit is refused, and one without a length', async ({ request, baseURL }) => {
  for (const path of ['/fr/sign-up', `/fr/courses/${COURSE}/start`, '/api/exam/answers']) {
    const announced = await request.post(path, { headers: FORM, data: `name=${TOO_MUCH}` })
    expect(announced.status(), path).toBe(413)
    // A body without an announced length could be endless.
    const body = new Blob(['name=x']).stream()
    const endless = await fetch(`${baseURL}${path}`, {
      method: 'POST',
      headers: FORM,
      body,
      duplex: 'half',
    } as RequestInit)
    expect(endless.status, path).toBe(413)
  }
  const json = await request.put('/api/exam/answers', { data: { courseId: 'a'.repeat(20_000) } })
  expect(json.status()).toBe(413)
})

test('a roster of 100 MB is refused before it is read, in the language of the page', async ({ baseURL }) => {
  for (const locale of LOCALES) {
    const headers = { 'content-type': 'multipart/form-data; boundary=x', 'content-length': String(100_000_000) }
    const call = httpRequest(`${baseURL}/${locale}/cohorts/none/import`, { method: 'POST', headers })
    call.flushHeaders()
    const [answer] = (await once(call, 'response')) as [IncomingMessage]
    const html = await text(answer)
    call.destroy()

    expect(answer.statusCode).toBe(413)
    expect(html).toContain(t(locale, 'errors.too-large'))
  }
})

test('a form that another site posts is refused, and nothing is written', async ({ sit, context, rows }) => {
  const { someone, attempt } = await sit()
  const origin = 'https://evil.example'
  const forms = [
    ['/ar/sign-in', {}],
    ['/ar/account', {}],
    [`${course}/exam/1/answer`, { attempt: attempt.id, go: '2', flagged: '1' }],
    [`${course}/exam/hand-in`, { attempt: attempt.id }],
    [`${course}/lessons/offence/done`, {}],
    [`${course}/lessons/offence/not-done`, {}],
  ] as const
  for (const [path, form] of forms) {
    const response = await context.request.post(path, { headers: { origin }, form, maxRedirects: 0 })
    expect(response.status(), path).toBe(403)
    expect(await response.text()).toContain(t('ar', 'errors.forbidden'))
  }
  const saved = { position: 1, flagged: true }
  const data = { courseId: COURSE, attemptId: attempt.id, saved }
  expect((await context.request.put('/api/exam/answers', { headers: { origin }, data })).status()).toBe(403)

  const { questions } = await rows.openAttempt(someone, COURSE)
  expect(questions[0]?.flagged).toBe(false)
})

test('an exam handed in many times at once has one result and one certificate', async ({ sit, context, rows }) => {
  const { someone, attempt } = await sit()
  await rows.answerRight(someone, COURSE)
  const handIn = () =>
    context.request.post(`${course}/exam/hand-in`, { form: { attempt: attempt.id }, maxRedirects: 0 })
  const responses = await Promise.all(Array.from({ length: 6 }, handIn))
  const late = await handIn()

  for (const response of [...responses, late]) {
    expect(response.status()).toBe(303)
    expect(response.headers().location).toContain(examPath('ar', COURSE, 'result'))
  }
  expect(await rows.countCertificates(someone)).toBe(1)
})

test('an answer after the hand-in, one that does not fit, and one for another attempt are refused', async ({
  sit,
  cast,
  context,
  rows,
}) => {
  const { someone, attempt } = await sit()
  const put = (attemptId: string, saved: object) =>
    context.request.put('/api/exam/answers', { data: { courseId: COURSE, attemptId, saved } })
  expect((await put(attempt.id, { position: 1, answer: ['none'] })).status()).toBe(400)
  expect((await put(attempt.id, { position: 99, answer: ['a'] })).status()).toBe(404)
  expect((await put(cast.attempt.id, { position: 1, flagged: true })).status()).toBe(403)

  await rows.handIn(someone, COURSE, 'wrong')
  expect((await put(attempt.id, { position: 1, flagged: true })).status()).toBe(409)
  const form = { attempt: attempt.id, go: '2' }
  const late = await context.request.post(`${course}/exam/1/answer`, { form, maxRedirects: 0 })
  expect(late.status()).toBe(409)
  expect(await late.text()).toContain(t('ar', 'errors.already-handed-in'))
})

test('a return address after signing in stays on this site', async ({ as, context }) => {
  await as('newcomer')
  const foreign = [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/ar/..//evil.example',
    '/ar\\@evil.example',
    '/ar/%2F%2Fevil.example',
    'javascript:alert(1)',
    '/ar\n//evil.example',
    '/learning',
  ]
  for (const next of foreign) {
    const response = await context.request.get('/ar/sign-in', { params: { next }, maxRedirects: 0 })
    expect(response.headers().location, next).toBe('/ar/learning')
  }
  const own = await context.request.get('/ar/sign-in', { params: { next: course }, maxRedirects: 0 })
  expect(own.headers().location).toBe(course)
})

test('a visitor who asks too often is told to wait', async ({ request, rows, sit }) => {
  // This test uses up the rate limit of its certificate, so it needs one that no other test looks up.
  const { someone } = await sit()
  await rows.handIn(someone, COURSE, 'right')
  const { number } = await rows.certificateOf(someone)
  const ask = () => request.post(`/ar/verify/${number}`, { form: { name: 'Somebody Else' } })
  // The window of the rate limit may roll over once meanwhile.
  const tries = 40
  let response = await ask()
  for (let n = 1; n < tries && response.status() === 200; n++) response = await ask()

  expect(response.status()).toBe(429)
  expect(await response.text()).toContain(t('ar', 'errors.too-many-requests'))
})
