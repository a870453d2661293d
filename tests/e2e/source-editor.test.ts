import type { Page } from '@playwright/test'
import { expect, signIn, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'

const SOURCE = '/ar/review/lesson/fundamentals~offence/ar/source'
const WRONG = ' انظر :cite[المادة]{id=cp-9999}.'

const field = (page: Page) => page.locator('textarea[name="sourceText"]')
const content = (page: Page) => page.locator('[data-host] .cm-content')

test.beforeEach(async ({ login, rows, context, baseURL }) => {
  const reviewer = await login()
  await rows.empower(reviewer, null, ['reviewer'])
  await signIn(context, reviewer.cookie, baseURL)
})

async function openEditor(page: Page) {
  await page.goto(SOURCE)
  await page.getByRole('button', { name: t('ar', 'editorial.source.editor.open') }).click()
  await expect(content(page)).toBeVisible()
}

test('the editor shows findings below their line while she writes, and the field has the same text', async ({
  page,
}) => {
  const refused: string[] = []
  page.on('console', (message) => message.text().includes('Content Security Policy') && refused.push(message.text()))
  await openEditor(page)
  await expect(field(page)).toBeHidden()
  await expect(content(page)).toHaveCSS('direction', 'rtl')

  await page.keyboard.press('Control+End')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('End')
  await page.keyboard.type(WRONG)

  await expect(
    page.locator('[data-host] .said.is-error').filter({ hasText: t('ar', 'editorial.findings.unknown-citation') }),
  ).toBeVisible()
  await expect(field(page)).toHaveValue(/cp-9999/)
  await expect(page.locator('[data-status]')).toContainText(t('ar', 'editorial.source.editor.errors'))
  // Tab leaves the editor.
  await page.keyboard.press('Tab')
  await expect(content(page)).not.toBeFocused()
  await page.getByRole('button', { name: t('ar', 'editorial.source.check') }).click()
  await expect(page.locator('#findings')).toContainText(t('ar', 'editorial.findings.unknown-citation'))
  await expect(field(page)).toHaveValue(/cp-9999/)
  expect(refused).toEqual([])
})

test('she goes back to the plain field with what she typed', async ({ page }) => {
  await openEditor(page)
  await page.keyboard.type('جملة أولى')

  await page.getByRole('button', { name: t('ar', 'editorial.source.editor.plain') }).click()

  await expect(field(page)).toBeVisible()
  await expect(field(page)).toHaveValue(/^جملة أولى/)
})

test.describe('without its script', () => {
  test.use({ provokes: /ERR_FAILED .*\/assets\/editor-/ })

  test('the plain field stays if the editor does not load', async ({ page }) => {
    await page.route('**/assets/editor-*.js', (route) => route.abort())
    await page.goto(SOURCE)
    await field(page).fill('نص كتبته')
    await page.getByRole('button', { name: t('ar', 'editorial.source.editor.open') }).click()

    await expect(page.getByText(t('ar', 'editorial.source.editor.failed'))).toBeVisible()
    await expect(field(page)).toHaveValue('نص كتبته')
  })
})
