import type { Page } from '@playwright/test'
import { type MovedSite, openMovedSite } from '../support/e2e/moved-site'
import { test as base, COURSE, expect, type Someone } from '../support/e2e/test'
import { t } from '../support/e2e/texts'

/** The server notices within seconds that another process has published a release. */
const NOTICED = { timeout: 60_000 }
const DOCUMENTS = /\.(pdf|json)$/

// The test has a site of its own, because everybody sees the invented course whose invented law has changed.
const test = base.extend<object, { site: MovedSite }>({
  site: [
    async ({ browserName: _ }, use) => {
      const site = await openMovedSite([COURSE])
      await use(site)
      await site.close()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  rows: [async ({ site }, use) => use(site.rows), { scope: 'worker' }],
  baseURL: async ({ site }, use) => use(site.url),
})

type Language = 'ar' | 'fr'
const main = (page: Page) => page.getByRole('main')

/** Goes from “my learning” to the page with the changes. */
async function follow(page: Page, locale: Language) {
  await expect(async () => {
    await page.goto(`/${locale}/learning`)
    await expect(page.getByRole('link', { name: t(locale, 'lawUpdate.noticeLink') })).toBeVisible({ timeout: 1 })
  }).toPass(NOTICED)
  await page.getByRole('link', { name: t(locale, 'lawUpdate.noticeLink') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t(locale, 'lawUpdate.title'))
}

/** Chooses an option of one of the two questions and sends it. */
async function give(page: Page, locale: Language, n: number, option: string) {
  const card = page.getByRole('region', { name: t(locale, 'practice.nth', { n, total: 2 }) })
  await card.getByRole('radio', { name: new RegExp(`${option}$`) }).check()
  await card.getByRole('button').click()
}

async function bringUp(page: Page, locale: Language) {
  await follow(page, locale)
  await give(page, locale, 1, 'b')
  const first = page.getByRole('region', { name: t(locale, 'practice.nth', { n: 1, total: 2 }) })
  await expect(first.getByRole('status')).toContainText(t(locale, 'practice.incorrect'))
  await expect(first).toBeInViewport()
  await give(page, locale, 2, 'a')
  await expect(main(page)).toContainText(t(locale, 'lawUpdate.standing', { right: 1, total: 2 }))
  await give(page, locale, 1, 'a')
  await expect(page.locator('#done')).toBeVisible()
}

async function isStated(page: Page, locale: Language, number: string) {
  await page.goto(`/${locale}/verify/${number}`)
  await expect(main(page)).toContainText(t(locale, 'certificate.updated'))
  await expect(main(page)).toContainText(t(locale, 'verify.status.valid'))
}

async function certified({ rows }: MovedSite, login: () => Promise<Someone>) {
  const someone = await login()
  return rows.changeLaw(someone)
}

test.describe('on a telephone in Arabic, without JavaScript', () => {
  test.use({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false })

  test('the holder of a certificate of an earlier law brings it up to date', async ({ page, site, login }) => {
    const number = await certified(site, login)
    await bringUp(page, 'ar')
    await isStated(page, 'ar', number)
  })
})

test('the page of what changed has no fault of accessibility and fits a telephone', async ({ page, site, login }) => {
  await certified(site, login)
  await follow(page, 'ar')
  await expect(page).toHaveNoAxeViolations()
  await expect(page).toHaveNoContrastErrors()
  await page.setViewportSize({ width: 360, height: 740 })
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(over).toBeLessThanOrEqual(0)
})

test('in French the certificate states the law update, and keeps the papers of the day of issue', async ({
  page,
  site,
  login,
}) => {
  const number = await certified(site, login)
  await bringUp(page, 'fr')
  await page.goto('/fr/certificates')
  await expect(main(page)).toContainText(t('fr', 'certificate.updated'))
  for (const name of ['pdf', 'credential', 'pdfIssued', 'credentialIssued'] as const) {
    const loads = page.waitForEvent('download')
    await main(page)
      .getByRole('link', { name: t('fr', `certificate.${name}`), exact: true })
      .click()
    expect((await loads).suggestedFilename()).toMatch(DOCUMENTS)
  }
  await isStated(page, 'fr', number)
})

test('the questions are answered by keyboard alone', async ({ page, site, login }) => {
  await certified(site, login)
  await follow(page, 'fr')
  for (const n of [1, 2]) {
    const card = page.getByRole('region', { name: t('fr', 'practice.nth', { n, total: 2 }) })
    await card.getByRole('radio').first().focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
    await page.waitForLoadState()
    if (n === 1) await expect(card.getByRole('status')).toBeVisible()
  }
  await expect(main(page)).toContainText(t('fr', 'lawUpdate.done', { lawDate: '15 janvier 2027' }))
})
