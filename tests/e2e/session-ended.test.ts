import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { examPath, give, marksOf } from '../support/e2e/answering'
import { firstChoice, practiceCard } from '../support/e2e/reading'
import { COURSE, expect, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'

const said = (key: Parameters<typeof t>[1]) => t('ar', key)

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  const FORMS = [
    ['profile', 'fields.save', (page: Page) => page.locator('#my-profile-institution').fill('Rabat')],
    ['password', 'account.password.button', (page: Page) => page.locator('#my-password-current').fill('her secret')],
    ['delete', 'account.delete.button', (page: Page) => page.locator('#deletion-current').fill('her secret')],
  ] as const
  for (const [section, button, fill] of FORMS) {
    test(`a form of the account sent after the session ended leads to sign in and is not sent on (${section})`, async ({
      page,
      context,
      login,
    }) => {
      await login()
      await page.goto(`/ar/account#${section}`)
      await fill(page)
      await context.clearCookies()
      const posted: string[] = []
      page.on('request', (request) => request.method() === 'POST' && posted.push(new URL(request.url()).pathname))
      const region = page.getByRole('region', { name: said(`account.${section}.title`) })
      await region.getByRole('button', { name: said(button) }).click()

      await expect(page).toHaveURL(`/ar/sign-in?next=${encodeURIComponent('/ar/account')}&notice=not-saved#main`)
      await expect(page.getByRole('status')).toHaveText(said('account.notices.not-saved'))
      expect(posted).toEqual(['/ar/account'])
    })
  }

  test('an answer of the exam waits while she signs in on another page, and is then saved', async ({
    page,
    context,
    sit,
    course,
    rows,
  }) => {
    const { someone, attempt } = await sit()
    const { questionId } = attempt.questions[0] ?? {}
    const question = course.bank.find(({ id }) => id === questionId)
    if (!question) throw new Error('the attempt has no first question')
    await page.goto(examPath('ar', COURSE, 1))
    await give(page, question, question.correct, 'ar')
    await context.clearCookies()
    await page.locator('button[name=go]').first().click()

    await expect(page.getByRole('heading', { level: 1 })).toHaveText(said('exam.waiting.title'))
    const opened = context.waitForEvent('page')
    await page.getByRole('link', { name: said('exam.waiting.signIn') }).click()
    const beside = await opened
    await beside.getByLabel(said('fields.email')).fill(someone.email)
    await beside.getByLabel(said('fields.password'), { exact: true }).fill(someone.password)
    await beside
      .getByRole('main')
      .getByRole('button', { name: said('nav.signIn') })
      .click()
    await expect(beside).toHaveURL(examPath('ar', COURSE, 1))

    await page.getByRole('button', { name: said('exam.waiting.send') }).click()
    await expect(page).toHaveURL(examPath('ar', COURSE, 2))
    const { questions } = await rows.openAttempt(someone, COURSE)
    expect(marksOf(question, questions[0]?.answer)).toBe(1)
  })
})

test.describe('with the script of a lesson', () => {
  test.use({ provokes: /401/ })

  test('an answer after the session ended is not judged, and is sent once she has signed in beside it', async ({
    page,
    context,
    login,
    course,
  }) => {
    const someone = await login({ enrolledIn: [COURSE], locale: 'ar' })
    const { lesson, question } = firstChoice(course)
    await page.goto(`/ar/courses/${COURSE}/lessons/${lesson.file.id}`)
    const card = practiceCard(page, question, 'ar')
    await give(card, question, question.correct, 'ar')
    await context.clearCookies()
    const check = card.getByRole('button', { name: said('practice.check') })
    await check.click()

    await expect(card.getByRole('alert')).toContainText(said('exam.waiting.lead'))
    await expect(card.locator('[data-feedback]')).toHaveCount(0)
    await expect(card.getByRole('radio', { checked: true })).toHaveCount(1)
    const opened = context.waitForEvent('page')
    await card.getByRole('link', { name: said('exam.waiting.signIn') }).click()
    const beside = await opened
    await beside.getByLabel(said('fields.email')).fill(someone.email)
    await beside.getByLabel(said('fields.password'), { exact: true }).fill(someone.password)
    await beside
      .getByRole('main')
      .getByRole('button', { name: said('nav.signIn') })
      .click()
    await expect(beside).toHaveURL(/\/lessons\//)

    await check.click()
    await expect(card.getByRole('status')).toContainText(said('practice.correct'))
    await page.reload()
    await expect(card.getByRole('status')).toContainText(said('practice.correct'))
  })
})

test('the page of a waiting answer holds the fields of a question, and nothing else', async ({ request }) => {
  const path = `/fr/courses/${COURSE}/exam/1/answer`
  const form = { attempt: randomUUID(), a: '"><script>', 'm.p1': 'o2', go: '2', password: 'her secret', text: 'x' }
  const response = await request.post(path, { form })
  const html = await response.text()

  expect(response.status()).toBe(401)
  expect(response.headers()['cache-control']).toContain('no-store')
  expect(html).toContain('<html lang="fr"')
  expect(html).toContain('name="a" value="&quot;&gt;&lt;script&gt;"')
  for (const name of ['attempt', 'm.p1', 'go']) expect(html).toContain(`<input type="hidden" name="${name}"`)
  expect(html).not.toMatch(/her secret|name="text"/)

  const many = Object.fromEntries(Array.from({ length: 80 }, (_, n) => [`m.p${n}`, '']))
  const large = await request.post(path, { form: { ...form, ...many }, maxRedirects: 0 })
  expect(large.status()).toBe(303)
})

test('the page of a waiting answer has no accessibility violations', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/ar')
  await page.evaluate(
    (action) => {
      const form = Object.assign(document.createElement('form'), { method: 'post', action })
      for (const [name, value] of Object.entries({ attempt: crypto.randomUUID(), a: 'b', go: '2' }))
        form.append(Object.assign(document.createElement('input'), { name, value }))
      document.body.append(form)
      form.submit()
    },
    `${examPath('ar', COURSE, 1)}/answer`,
  )

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(said('exam.waiting.title'))
  await expect(page).toHaveNoAxeViolations()
})
