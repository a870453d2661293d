import type { Browser, Page } from '@playwright/test'
import { ELSEWHERE } from '@/domain/urgent-help'
import { expect, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'

type Visit = { page: Page; referrers: (string | undefined)[] }

/** A new tab in which the test itself answers for the other site: no test contacts another host. */
async function openTab(browser: Browser, script?: () => void): Promise<Visit> {
  const page = await (await browser.newContext()).newPage()
  const referrers: (string | undefined)[] = []
  if (script) await page.addInitScript(script)
  await page.route(`${ELSEWHERE}**`, (route) => {
    referrers.push(route.request().headers().referer)
    return route.fulfill({ contentType: 'text/html', body: '<title>elsewhere</title><h1>elsewhere</h1>' })
  })
  return { page, referrers }
}

const leave = (page: Page) => page.getByRole('link', { name: t('ar', 'site.leave') })

async function expectElsewhere(page: Page): Promise<void> {
  await expect(page).toHaveURL(ELSEWHERE)
  await expect(page.getByRole('heading')).toHaveText('elsewhere')
}

/** The pages that Back and Forward show if they are pressed more often than there were pages. */
async function pagesInReach(page: Page): Promise<Set<string>> {
  const seen = new Set<string>()
  for (const way of ['goBack', 'goForward'] as const) {
    for (let press = 0; press < 5; press++) {
      await page[way]()
      // If a script redirects from there, it requests the next page.
      await page.waitForLoadState('networkidle')
      await expect(page).not.toHaveURL(/\/leave\.html$/)
      await page.waitForLoadState()
      seen.add(page.url())
    }
  }
  return seen
}

const WITHOUT_NAVIGATION = () => Object.defineProperty(window, 'navigation', { value: undefined })
const WITHOUT_STORAGE = () =>
  Object.defineProperty(window, 'sessionStorage', {
    get: () => {
      throw new DOMException('', 'SecurityError')
    },
  })

for (const [browserOf, script] of [
  ['today', undefined],
  ['yesterday', WITHOUT_NAVIGATION],
] as const) {
  test(`leaving takes every page of ours out of the tab's history (a browser of ${browserOf})`, async ({ browser }) => {
    const { page, referrers } = await openTab(browser, script)
    await page.goto('/ar')
    await page.goto('/ar/library')
    await page.goto('/ar/library/law/cp-448-1')
    await page.locator('.pair-tools a').first().click()
    await expect(page).toHaveURL(/#/)
    await leave(page).click()

    await expectElsewhere(page)
    expect(await pagesInReach(page)).toEqual(new Set(['about:blank', ELSEWHERE]))
    expect(new Set(referrers)).toEqual(new Set([undefined]))
  })
}

test('leaving clears the pages that Forward would show', async ({ browser }) => {
  const { page } = await openTab(browser)
  await page.goto('/ar/sign-in')
  await page.goto('/ar/library')
  await page.goto('/ar/library/cases')
  await page.goBack()
  await page.goBack()
  await leave(page).click()

  await expectElsewhere(page)
  expect(await pagesInReach(page)).toEqual(new Set(['about:blank', ELSEWHERE]))
})

test('the page is hidden while the other site is still loading', async ({ browser }) => {
  const { page } = await openTab(browser)
  await page.goto('/ar')
  await page.goto('/ar/library')
  await page.route('**/ar', () => undefined)
  const seen = await leave(page).evaluate((link) => {
    ;(link as HTMLElement).click()
    return { blank: document.documentElement.checkVisibility() === false, title: document.title }
  })

  expect(seen).toEqual({ blank: true, title: 'www.google.com' })
  // The first page does not arrive; the visible page is replaced all the same.
  await expectElsewhere(page)
})

test('in a browser without session storage, leaving replaces the visible page', async ({ browser }) => {
  const { page, referrers } = await openTab(browser, WITHOUT_STORAGE)
  await page.goto('/ar/library')
  await leave(page).click()

  await expectElsewhere(page)
  expect(await pagesInReach(page)).toEqual(new Set(['about:blank', ELSEWHERE]))
  expect(new Set(referrers)).toEqual(new Set([undefined]))
})

test('without JavaScript it is a link that sends no referrer', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/ar')

  await expect(leave(page)).toHaveAttribute('href', ELSEWHERE)
  await expect(leave(page)).toHaveAttribute('rel', 'noreferrer')
  await context.close()
})
