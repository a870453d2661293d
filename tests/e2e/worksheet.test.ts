import type { Page } from '@playwright/test'
import { expect, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'
import { readPdf } from '../support/read-pdf'

const PATH = '/practice/worksheet'
const MINUTE = 60_000

const mark = (page: Page, sign: string, value: string) =>
  page.locator(`[name="${sign}"][value="${value}"]`).check({ force: true })
/** The number that the style sheet writes. */
const counted = (page: Page, which: string) =>
  page.locator(`.result .n-${which}`).evaluate((box) => getComputedStyle(box, '::after').content)

/** Everything that a browser could keep of a page. */
const stored = (page: Page) =>
  page.evaluate(async () => ({
    local: JSON.stringify(localStorage),
    session: JSON.stringify(sessionStorage),
    cookie: document.cookie,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    address: location.href,
  }))

test('nothing that is entered leaves the browser or stays in it', async ({ page }) => {
  await page.goto(`/fr${PATH}`, { waitUntil: 'networkidle' })
  const before = await stored(page)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))

  await mark(page, 'child', 'doubt')
  await mark(page, 'general.fear', 'present')
  await mark(page, 'general.debt', 'unasked')
  const quote = page.locator('.sign', { has: page.locator('[name="general.fear"]') }).locator('.quote')
  await quote.fill('<b>il parle à sa place</b>')
  await quote.press('Enter')
  await page.locator('form[data-worksheet]').evaluate((form: HTMLFormElement) => {
    form.submit()
    form.requestSubmit()
  })

  await expect(page.locator('[data-mark="present"] dd')).toHaveText(/« <b>il parle à sa place<\/b> »$/)
  await expect(page.locator('[data-mark="unasked"] dd')).toHaveCount(1)
  for (const [which, number] of [
    ['present', '1'],
    ['absent', '0'],
    ['unasked', '1'],
  ] as const)
    expect(await counted(page, which)).toContain(number)
  for (const step of ['child', 'report', 'protect', 'ask']) await expect(page.locator(`.to-${step}`)).toBeVisible()
  await expect(page.locator('.to-nothing-found')).toBeHidden()
  await page.waitForTimeout(1000)
  expect(asked).toEqual([])
  expect(await stored(page)).toEqual(before)

  await page.getByRole('button', { name: t('fr', 'worksheet.clear') }).click()
  await expect(quote).toHaveValue('')
  await expect(page.locator('[data-mark="present"]')).toBeHidden()
  expect(await page.locator('.worksheet :checked').count()).toBe(0)
})

test('it clears itself 30 minutes after the last entry, also on a device that slept', async ({ page }) => {
  await page.clock.install()
  await page.goto(`/ar${PATH}`)
  await mark(page, 'general.fear', 'present')
  await page.clock.fastForward(29 * MINUTE)
  await expect(page.locator('.worksheet :checked')).toHaveCount(1)
  await mark(page, 'general.debt', 'absent')
  await page.clock.fastForward(29 * MINUTE)
  await expect(page.locator('.worksheet :checked')).toHaveCount(2)
  await page.clock.fastForward(2 * MINUTE)
  await expect(page.locator('.worksheet :checked')).toHaveCount(0)
  await expect(page.getByText(t('ar', 'worksheet.cleared'))).toBeVisible()
})

for (const locale of ['ar', 'fr'] as const) {
  test(`it prints on one sheet of A4, blank or filled (${locale})`, async ({ page }) => {
    await page.goto(`/${locale}${PATH}`)
    expect((await readPdf(await page.pdf({ preferCSSPageSize: true }))).pages).toBe(1)
    await mark(page, 'child', 'yes')
    for (const summary of await page.locator('details.dimension summary').all()) await summary.click()
    const signs = page.locator('.sign')
    const answered = Math.min(30, await signs.count())
    for (let at = 0; at < answered; at++) {
      await signs.nth(at).locator('[value="present"]').check({ force: true })
      await signs.nth(at).locator('.quote').fill('« il garde les papiers dans un tiroir fermé à clé »')
    }
    expect((await readPdf(await page.pdf({ preferCSSPageSize: true }))).pages).toBe(1)
  })
}

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })

  test('it counts, says what follows and can be cleared, and says that it does not clear itself', async ({ page }) => {
    await page.goto(`/fr${PATH}`)
    await expect(page.getByText(t('fr', 'worksheet.withoutScript'))).toBeVisible()
    await expect(page.locator('.to-report')).toBeHidden()
    await expect(page.locator('.to-protect')).toBeVisible()
    await mark(page, 'general.fear', 'present')
    await expect(page.locator('.to-report')).toBeVisible()
    await mark(page, 'child', 'no')
    await expect(page.locator('.of-children')).toBeHidden()
    await page.getByRole('button', { name: t('fr', 'worksheet.clear') }).click()
    await expect(page.locator('.to-report')).toBeHidden()
    await expect(page.locator('.of-children')).toBeVisible()
  })
})
