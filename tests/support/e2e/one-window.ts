import { type BrowserContext, devices, type Page } from '@playwright/test'
import { provideCheckers } from './accessibility'
import { openVisits, type Visits } from './first-visit'
import { test as base, expect, watchPages } from './test'

export { expect } from './test'

export const WINDOW = { width: 1280, height: 720 }

type OneWindow = { context: BrowserContext; page: Page; visits: Visits }

/**
 * Tests whose pages are opened one after another in one window for each worker: a new window costs as much time as
 * loading a page, and each checker is compiled anew in it. Every test finds the window as a new one would be.
 */
export const test = base.extend<{ visits: Visits }, { oneWindow: OneWindow }>({
  oneWindow: [
    async ({ browser }, use) => {
      const context = await browser.newContext({
        ...devices['Desktop Chrome'],
        viewport: WINDOW,
        baseURL: `http://localhost:${process.env.E2E_PORT}`,
        // A colour in the middle of a transition would be measured by chance, so transitions are off.
        reducedMotion: 'reduce',
      })
      const page = await context.newPage()
      await provideCheckers(page)
      await use({ context, page, visits: await openVisits(page) })
      await context.close()
    },
    { scope: 'worker' },
  ],
  context: async ({ oneWindow: { context, page }, address, baseURL, provokes }, use) => {
    await context.setExtraHTTPHeaders({ 'x-forwarded-for': address })
    const { faults, stop } = watchPages(context, baseURL, provokes)
    await use(context)
    await forget(page)
    await context.clearCookies()
    const session = await context.newCDPSession(page)
    await session.send('Storage.clearDataForOrigin', { origin: new URL(baseURL ?? '').origin, storageTypes: 'all' })
    await session.detach()
    stop()
    expect(faults).toEqual([])
  },
  page: async ({ oneWindow, context: _ }, use) => use(oneWindow.page),
  visits: async ({ oneWindow }, use) => use(oneWindow.visits),
})

/** Resets what the last page has left in the window. */
export async function forget(page: Page): Promise<void> {
  if (page.url() === 'about:blank') return
  await page.evaluate(() => {
    localStorage.clear()
    sessionStorage.clear()
  })
  await page.emulateMedia({ colorScheme: null })
  await page.setViewportSize(WINDOW)
}
