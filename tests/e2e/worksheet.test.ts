import type { Page } from '@playwright/test'
import { MARKS } from '@/domain/case/worksheet/worksheet'
import { expect, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'
import { readPdf } from '../support/read-pdf'

const PATH = '/practice/worksheet'
const MINUTE = 60_000

const mark = (page: Page, sign: string, value: string) =>
  page.locator(`[name="${sign}"][value="${value}"]`).check({ force: true })

/** What a screen reader reads out, with the numbers that the style sheet writes. */
async function readOut(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  const known = new Map(nodes.map((node) => [node.nodeId, node]))
  const read = (id: string): string => {
    const { role, name, childIds = [] } = known.get(id) ?? {}
    return role?.value === 'StaticText' ? String(name?.value) : childIds.map(read).join(' ')
  }
  return read(nodes[0]?.nodeId ?? '').replace(/\s+/g, ' ')
}

type Counts = Record<(typeof MARKS)[number], number>
/** The counts of the whole worksheet, which follow the heading of its statement. */
async function expectCounts(page: Page, counts: Counts) {
  const said = MARKS.map((which) => `${t('fr', `worksheet.marks.${which}`)} ${counts[which]}`)
  await expect.poll(() => readOut(page)).toContain([t('fr', 'worksheet.reasons'), ...said].join(' '))
}

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
  await expectCounts(page, { present: 1, absent: 0, unclear: 0, unasked: 1 })
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

test('it counts all answers, also folded ones', async ({ page }) => {
  await page.goto(`/fr${PATH}`)
  const form = page.locator('details.dimension').first()
  const answer = form.locator('[value="absent"]').first()
  await expect(answer).toBeHidden()
  await form.locator('summary').click()
  await answer.check({ force: true })
  await expectCounts(page, { present: 0, absent: 1, unclear: 0, unasked: 0 })
  await form.locator('summary').click()
  await expect(answer).toBeHidden()
  await expectCounts(page, { present: 0, absent: 1, unclear: 0, unasked: 0 })
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
    const print = async () => readPdf(await page.pdf({ preferCSSPageSize: true }))
    const forms = await page.locator('details.dimension summary').all()
    const blank = await print()
    expect(blank.pages).toBe(1)
    expect(Math.min(...blank.lines.map(({ size }) => size))).toBeGreaterThan(7.4)
    for (const summary of forms.slice(0, 2)) await summary.click()
    expect((await print()).pages).toBe(1)

    await mark(page, 'child', 'yes')
    for (const summary of forms.slice(2)) await summary.click()
    const signs = page.locator('.sign')
    const answered = Math.min(30, await signs.count())
    for (let at = 0; at < answered; at++) {
      await signs.nth(at).locator('[value="present"]').check({ force: true })
      await signs.nth(at).locator('.quote').fill('« il garde les papiers dans un tiroir fermé à clé »')
    }
    const filled = await print()
    expect(filled.pages).toBe(1)
    expect(filled.text).toContain(String(answered))
  })
}

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })

  test('it counts, says what follows and can be cleared, and says that it does not clear itself', async ({ page }) => {
    await page.goto(`/fr${PATH}`)
    // Playwright does not search this element by text.
    const said = page.locator('noscript > p')
    await expect(said).toBeVisible()
    await expect(said).toHaveText(t('fr', 'worksheet.withoutScript'))
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
