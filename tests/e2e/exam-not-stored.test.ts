import type { Page } from '@playwright/test'
import { examPath, give, marksOf, questionShown } from '../support/e2e/answering'
import { COURSE, expect, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'

const line = (page: Page, key: 'saved' | 'notStored' | 'refused') =>
  page.getByRole('status').getByText(t('fr', `exam.status.${key}`), { exact: true })
const next = (page: Page) => page.getByRole('button', { name: t('fr', 'exam.next') })

test.describe('an answer that can be neither sent nor stored in the browser', () => {
  test.use({ provokes: /ERR_FAILED/ })

  test('stays on the page, which warns before it is left, and is saved once the network is back', async ({
    page,
    sit,
    course,
    rows,
  }) => {
    const { someone } = await sit()
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
    })
    await page.route('**/api/exam/answers', (route) => route.abort())
    await page.goto(examPath('fr', COURSE, 1))
    const question = await questionShown(page, course, 'fr')
    await give(page, question, question.correct, 'fr')
    await expect(line(page, 'notStored')).toBeVisible()
    await next(page).click()
    await expect(line(page, 'notStored')).toBeVisible()
    await expect(page).toHaveURL(examPath('fr', COURSE, 1))
    await page
      .getByRole('navigation', { name: t('fr', 'exam.map') })
      .getByRole('button', { name: /^3 / })
      .click()
    await expect(line(page, 'notStored')).toBeVisible()
    await expect(page).toHaveURL(examPath('fr', COURSE, 1))

    const warned = page.waitForEvent('dialog')
    const left = page
      .locator('form[data-exam]')
      .getByRole('link', { name: t('fr', 'errorReport.link') })
      .click()
    const dialog = await warned
    expect(dialog.type()).toBe('beforeunload')
    await dialog.dismiss()
    await left

    await page.unroute('**/api/exam/answers')
    await next(page).click()
    await expect(page).toHaveURL(examPath('fr', COURSE, 2))
    const { questions } = await rows.openAttempt(someone, COURSE)
    expect(marksOf(question, questions[0]?.answer)).toBe(1)
  })
})

test.describe('an answer that the site refuses', () => {
  test.use({ provokes: /400/ })

  test('is said to be refused before she goes on', async ({ page, sit, course }) => {
    await sit()
    await page.route('**/api/exam/answers', (route) => route.fulfill({ status: 400, json: {} }))
    await page.goto(examPath('fr', COURSE, 1))
    const question = await questionShown(page, course, 'fr')
    await give(page, question, question.correct, 'fr')

    await expect(line(page, 'refused')).toBeVisible()
    await expect(line(page, 'saved')).toBeHidden()
  })
})
