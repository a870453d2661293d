import type { Page } from '@playwright/test'
import { directionOf, LOCALES, type Locale } from '@/domain/locale'
import { type Check, visitsNow } from '../run/template-visits'
import { turnNow } from '../run/turn'
import { TEMPLATES, type Template } from '../support/access/declared'
import type { Ask } from '../support/e2e/ask'
import { figureFaults } from '../support/e2e/figure-faults'
import type { Visits } from '../support/e2e/first-visit'
import { htmlFaults } from '../support/e2e/html-faults'
import { expect, forget, test, WINDOW } from '../support/e2e/one-window'
import { patternOf } from '../support/e2e/reach'

const NARROWEST = 320

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

const TURN = turnNow()

// The checkers take half of the time of all browser tests: a run opens each template in one language, with some checks.
for (const [name, template] of Object.entries(TEMPLATES)) {
  test(name, async ({ page, visits, as, ask, cast, course, courses, library, baseURL }) => {
    const place = { cast, course, courses, library }
    expect(patternIn(new URL(template.path({ ...place, locale: 'ar' }), baseURL).href)).toBe(template.route)
    const opened = visitsNow(name, template.route, TURN)
    test.skip(opened.length === 0, 'nothing that it loads has changed')
    for (const locale of LOCALES.filter((each) => !opened.some((visit) => visit.locale === each))) {
      const cookie = template.role ? cast[template.role].cookie : null
      await test.step(`HTML ${locale}`, () =>
        checkHtml(ask(cookie), name, new URL(template.path({ ...place, locale }), baseURL), locale))
    }
    for (const { locale, checks } of opened) {
      await test.step(locale, async () => {
        await as(template.role ?? null)
        await forget(page)
        await check(page, visits, name, checks, { ...place, locale })
      })
    }
  })
}

/** Checks what needs no layout, before any act. */
async function checkHtml(ask: Ask, name: string, address: URL, locale: Locale): Promise<void> {
  const response = await ask(address)
  expect(response.status).toBe(TEMPLATES[name]?.status ?? 200)
  expect(patternIn(response.url)).toBe(patternIn(address.href))
  expect(htmlFaults(await response.text(), locale, { manyHeadings: name === 'style guide' })).toEqual([])
}

async function check(
  page: Page,
  visits: Visits,
  name: string,
  checks: readonly Check[],
  place: Parameters<Template['path']>[0],
): Promise<void> {
  const { role = null, path, status = 200, act } = TEMPLATES[name] as Template
  const { locale } = place
  const address = path(place)
  // Arabic has the heaviest fonts: every page is measured in it, and the public pages in each language.
  const measured = locale === 'ar' || role === null
  const response = await (measured ? visits.first(address) : visits.next(address))
  expect(response?.status()).toBe(status)
  expect(patternIn(page.url())).toBe(patternIn(new URL(address, page.url()).href))
  if (measured) expect(await visits.faults()).toEqual([])
  await act?.(page, place)

  // In one request to the browser: four would take as long as loading the page.
  await expect
    .poll(() => headOf(page))
    .toEqual({
      lang: locale,
      dir: directionOf(locale),
      title: expect.stringMatching(/\S/),
      // The style guide shows whole pages of the exam, each with a heading of its own.
      headings: name === 'style guide' ? expect.any(Number) : 1,
    })
  expect(await figureFaults(page)).toEqual([])
  await page.setViewportSize(WINDOW)
  await checkWide(page, locale, checks, IN_THE_DARK.includes(name))
  await checkNarrow(page, checks)
}

/** `headings`: the number of visible headings of the first level. */
function headOf(page: Page): Promise<{ lang: string; dir: string; title: string; headings: number }> {
  return page.evaluate(() => {
    const { lang, dir } = document.documentElement
    const headings = [...document.querySelectorAll('h1')].filter((each) =>
      each.checkVisibility({ visibilityProperty: true }),
    )
    return { lang, dir, title: document.title, headings: headings.length }
  })
}

const patternIn = (url: string) => patternOf(new URL(url).pathname)

async function checkNarrow(page: Page, checks: readonly Check[]): Promise<void> {
  await page.setViewportSize({ width: NARROWEST, height: 640 })
  await showWhole(page, NARROWEST)
  if (checks.includes('narrow')) await expect(page).toHaveNoNarrowViolations()
  const { wide, beyond } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth - window.innerWidth,
    beyond: [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().width > window.innerWidth)
      .map((element) => element.outerHTML.slice(0, 80)),
  }))
  expect(wide, beyond.join('\n')).toBeLessThanOrEqual(0)
}

async function checkWide(page: Page, locale: Locale, checks: readonly Check[], dark: boolean): Promise<void> {
  if (checks.length === 0) return
  await showWhole(page, WINDOW.width)
  if (checks.includes('axe')) {
    if (locale === 'ar') await expect(page).toHaveNoArabicAxeViolations()
    else await expect(page).toHaveNoAxeViolations()
  }
  if (checks.includes('sniffer')) await expect(page).toHaveNoContrastErrors()
  if (!dark || !checks.includes('dark')) return
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
