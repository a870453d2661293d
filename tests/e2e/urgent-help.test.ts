import type { Page } from '@playwright/test'
import { LOCALES } from '@/domain/locale'
import { ELSEWHERE, HOTLINE, telephoneLink } from '@/domain/urgent-help'
import { examPath } from '../support/e2e/answering'
import { COURSE, expect, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'

const LESSON = `/courses/${COURSE}/lessons/offence`
const OPEN = ['', '/library/law/cp-448-1', '/library/glossary', LESSON, '/sign-in', '/nothing-here']
const PHONES = [320, 360]

const bar = (page: Page) => page.locator('.urgent')

for (const locale of LOCALES) {
  test(`on a phone the helpline and the exit stay visible while a public page is scrolled (${locale})`, async ({
    page,
  }) => {
    for (const width of PHONES) {
      await page.setViewportSize({ width, height: 640 })
      for (const path of OPEN) {
        await page.goto(`/${locale}${path}`)
        for (const part of [0, 0.5, 1]) {
          await page.evaluate((share) => window.scrollTo(0, share * document.documentElement.scrollHeight), part)
          await expect(bar(page).getByRole('link', { name: t(locale, 'site.leave') })).toBeInViewport({ ratio: 1 })
          await expect(bar(page).getByRole('link', { name: HOTLINE })).toBeInViewport({ ratio: 1 })
        }
        const box = await bar(page).boundingBox()
        expect(box?.height, `${path} at ${width}`).toBeLessThan(56)
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
        await expect(page).toHaveNoNarrowViolations()
      }
    }
  })
}

test('the number is a telephone link, and every link of the bar shows its focus', async ({ page }) => {
  await page.goto('/ar/library')
  const number = bar(page).getByRole('link', { name: HOTLINE })
  await expect(number).toHaveAttribute('href', telephoneLink(HOTLINE))
  for (const link of [number, bar(page).getByRole('link', { name: t('ar', 'site.leave') })]) {
    await page.keyboard.press('Tab')
    await link.focus()
    await expect(link).toHaveCSS('outline-style', 'solid')
  }
  const inFooter = page.getByRole('contentinfo').getByRole('link', { name: HOTLINE })
  await expect(inFooter).toHaveAttribute('href', telephoneLink(HOTLINE))
})

test('the bar hides neither the end of a lesson nor the passage that a link leads to', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 })
  await page.goto(`/ar${LESSON}#lesson-end`)
  await page.waitForFunction(() => window.scrollY > 100)
  const end = await page.locator('#lesson-end').boundingBox()
  const top = await bar(page).boundingBox()
  expect(end && top && end.y >= top.y + top.height).toBe(true)

  await page.goto('/ar/library/glossary')
  await page.locator('.letters a').nth(8).click()
  await page.waitForFunction(() => window.scrollY > 100)
  const place = new URL(page.url()).hash.slice(1)
  const target = await page.locator(`[id="${place}"]`).boundingBox()
  const above = await bar(page).boundingBox()
  expect(target && above && target.y >= above.y + above.height).toBe(true)
})

test('a learner in an exam or lesson has the whole window, with the exit at the end of the page', async ({
  page,
  as,
}) => {
  for (const [role, path] of [
    ['reader', `/ar${LESSON}`],
    ['sitter', examPath('ar', COURSE, 1)],
  ] as const) {
    await as(role)
    await page.goto(path)
    await expect(bar(page)).toHaveCount(0)
    const foot = page.getByRole('contentinfo')
    await expect(foot.getByRole('link', { name: t('ar', 'site.leave') })).toHaveAttribute('href', ELSEWHERE)
  }
})

test('an error page of the web server has the helpline and the exit too', async ({ page }) => {
  await page.goto('/fr/%E0%A4%A')
  await expect(bar(page).getByRole('link', { name: HOTLINE })).toHaveAttribute('href', telephoneLink(HOTLINE))
  await expect(bar(page).getByRole('link', { name: t('fr', 'site.leave') })).toHaveAttribute('rel', 'noreferrer')
  await expect(page).toHaveNoAxeViolations()
})
