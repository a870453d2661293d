import type { Page } from '@playwright/test'
import { directionOf, LOCALES, type Locale } from '@/domain/locale'
import { TEMPLATES } from '../support/e2e/templates'
import { expect, test } from '../support/e2e/test'

const NARROWEST = 320

// The checkers are half of the time of all browser tests. English has the markup, direction, script and styles of French, so that they could
// find nothing there which they do not find in French; a missing word is found by the tests of the messages.
const CHECKED: readonly Locale[] = ['ar', 'fr']

const IN_THE_DARK = [
  'home',
  'lesson with answers',
  'exam question',
  'result, last attempt',
  'sign up, refused',
  'style guide',
  'lesson with a procedure',
  'article on a day, compared',
  'decision, predicted',
  'glossary, found',
  'figures',
  'search, found',
]

// A colour in the middle of a transition is nobody's choice, so transitions are off.
test.use({ contextOptions: { reducedMotion: 'reduce' } })

for (const [name, { role = null, path, status = 200, act }] of Object.entries(TEMPLATES)) {
  for (const locale of LOCALES) {
    test(`${name} (${locale})`, async ({ page, as, cast, course, courses, library }) => {
      const place = { cast, course, courses, library, locale }
      await as(role)
      const response = await page.goto(path(place))
      expect(response?.status()).toBe(status)
      await act?.(page, place)

      await expect(page.locator('html')).toHaveAttribute('lang', locale)
      await expect(page.locator('html')).toHaveAttribute('dir', directionOf(locale))
      // The style guide shows whole pages of the exam, each with a heading of its own.
      if (name !== 'style guide') await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
      await expect(page).toHaveTitle(/\S/)
      if (CHECKED.includes(locale)) await checkWide(page, IN_THE_DARK.includes(name))

      await page.setViewportSize({ width: NARROWEST, height: 640 })
      await showWhole(page, NARROWEST)
      if (CHECKED.includes(locale)) await expect(page).toHaveNoNarrowViolations()
      const { wide, beyond } = await page.evaluate(() => ({
        wide: document.documentElement.scrollWidth - window.innerWidth,
        beyond: [...document.querySelectorAll('body *')]
          .filter((element) => element.getBoundingClientRect().width > window.innerWidth)
          .map((element) => element.outerHTML.slice(0, 80)),
      }))
      expect(wide, beyond.join('\n')).toBeLessThanOrEqual(0)
    })
  }
}

async function checkWide(page: Page, dark: boolean): Promise<void> {
  await showWhole(page, page.viewportSize()?.width ?? 1280)
  await expect(page).toHaveNoAxeViolations()
  await expect(page).toHaveNoContrastErrors()
  if (!dark) return
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(page).toHaveNoColourViolations()
  await expect(page).toHaveNoContrastErrors()
}

/**
 * Makes the window as high as the page: a field that is half hidden under a bar that stays in view would count as too
 * small, though the reader can scroll on.
 */
async function showWhole(page: Page, width: number): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width, height })
}
