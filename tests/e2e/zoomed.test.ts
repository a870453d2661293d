import type { Locator } from '@playwright/test'
import { LOCALES } from '@/domain/locale'
import { COURSE, expect, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'

/** A window of 1280 by 1024 at 400 %. */
const ZOOMED = { width: 320, height: 256 }

/** Scrolls to the target as a reader does, and checks that all of it is visible and that a tap there hits it. */
async function expectReachable(target: Locator) {
  await target.scrollIntoViewIfNeeded()
  await expect(target).toBeInViewport({ ratio: 1 })
  await target.click({ trial: true })
}

test.describe('in a window zoomed to 400 %', () => {
  test.use({ viewport: ZOOMED })

  for (const locale of LOCALES) {
    test(`all of the menu can be reached (${locale})`, async ({ page }) => {
      await page.goto(`/${locale}`)
      await page.getByRole('button', { name: t(locale, 'nav.menu') }).click()

      const menu = page.locator('#menu')
      await expectReachable(menu.getByRole('link', { name: t(locale, 'nav.signUp') }))
      for (const language of ['العربية', 'Français', 'English']) {
        await expectReachable(menu.getByRole('link', { name: language, exact: true }))
      }
      await expectReachable(menu.getByRole('link').first())
    })

    test(`the whole explanation of a term can be reached (${locale})`, async ({ page, course }) => {
      const lesson = course.lessons.find(({ bodies }) => /:def\[/.test(bodies[locale]))
      await page.goto(`/${locale}/courses/${COURSE}/lessons/${lesson?.file.id}`)
      const opener = page.locator('button.def').first()
      await opener.click()

      const card = page.locator('.term:popover-open')
      await expect(card).toBeInViewport()
      for (const line of [card.locator('dd').first(), card.locator('p').last()]) {
        await line.evaluate((element) => element.scrollIntoView({ block: 'end' }))
        await expect(line).toBeInViewport({ ratio: 0.9 })
      }
    })
  }
})

for (const viewport of [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
]) {
  for (const locale of ['ar', 'fr'] as const) {
    test(`the explanation of a term is beside it at ${viewport.width} px (${locale})`, async ({ page, course }) => {
      await page.setViewportSize(viewport)
      const lesson = course.lessons.find(({ bodies }) => /:def\[/.test(bodies[locale]))
      await page.goto(`/${locale}/courses/${COURSE}/lessons/${lesson?.file.id}`)
      const opener = page.locator('button.def').first()
      for (const block of ['start', 'center', 'end'] as const) {
        // Not covered by the bars at the edges of the window.
        await opener.evaluate((element, where) => {
          element.scrollIntoView({ block: where })
          window.scrollBy(0, { start: -160, center: 0, end: 160 }[where])
        }, block)
        await opener.click()
        const card = await page.locator('.term:popover-open').boundingBox()
        const term = await opener.boundingBox()
        if (!card || !term) throw new Error('nothing opened')

        const below = card.y - (term.y + term.height)
        const above = term.y - (card.y + card.height)
        expect(Math.max(below, above), block).toBeGreaterThanOrEqual(-1)
        expect(Math.max(below, above), block).toBeLessThan(24)
        expect(card.x).toBeGreaterThanOrEqual(0)
        expect(card.x + card.width).toBeLessThanOrEqual(viewport.width)
        expect(card.y).toBeGreaterThanOrEqual(0)
        expect(card.y + card.height).toBeLessThanOrEqual(viewport.height)
        await page.keyboard.press('Escape')
      }
    })
  }
}
