import type { Library } from '@/domain/library/library'
import type { ProvisionVersion } from '@/domain/library/provision'
import { resolveCitation } from '@/domain/library/resolve-citation'
import { onThatDay } from '@/domain/library/versions-in-time'
import { writeCitation } from '@/domain/library/write-citation'
import { expect, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'

const ARTICLE = 'cpp-82-5-1'
const PAGE = `/ar/library/law/${ARTICLE}`
/** A day before the law of 2025 took effect. */
const DAY = '2024-01-01'
/** A day after it took effect. */
const SINCE = '2026-01-01'
/** A paragraph that only the current version has. */
const NEW_PARAGRAPH = '4'

/** The version of the article on a day, and its Arabic wording by paragraph. */
function versionOf(
  { provisions }: Library,
  day: string,
): { version: ProvisionVersion; wording: Record<string, string> } {
  const state = provisions[ARTICLE] && onThatDay(provisions[ARTICLE], day)
  if (!state || !('version' in state) || !('text' in state.version)) throw new Error(`no wording on ${day}`)
  return { version: state.version, wording: state.version.text.ar }
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('an article is shown as in force on a given day, and as in force today', async ({ page, library }) => {
      const then = versionOf(library, DAY)
      const now = versionOf(library, SINCE)
      expect(now.wording['1']).not.toBe(then.wording['1'])
      await page.goto(PAGE)
      const law = page.locator(`[data-law="${ARTICLE}"]`)
      await expect(law).toContainText(now.wording['1'] ?? '')

      await page.getByLabel(t('ar', 'library.law.onDay')).fill(DAY)
      await page.getByRole('button', { name: t('ar', 'library.law.show') }).click()
      await expect(page).toHaveURL(`${PAGE}?on=${DAY}`)
      await expect(law).toContainText(then.wording['1'] ?? '')
      await expect(law).not.toContainText(now.wording['1'] ?? '')
      const heading = t('ar', 'library.law.otherVersion', { id: then.version.id })
      await expect(law.getByRole('heading', { name: heading })).toBeVisible()

      await page.getByRole('link', { name: t('ar', 'library.law.today') }).click()
      await expect(law).toContainText(now.wording['1'] ?? '')
    })

    test('two versions are compared, with deletions and additions', async ({ page, library }) => {
      const then = versionOf(library, DAY)
      const now = versionOf(library, SINCE)
      await page.goto(PAGE)
      await page.getByRole('link', { name: t('ar', 'library.law.compare') }).click()

      const title = t('ar', 'library.law.comparison', { before: then.version.id, after: now.version.id })
      const comparison = page.getByRole('region', { name: title })
      await expect(comparison).toBeInViewport()
      await expect(comparison.getByRole('deletion').first()).toBeVisible()
      await expect(
        comparison.getByRole('insertion').filter({ hasText: now.wording[NEW_PARAGRAPH]?.slice(-20) ?? '' }),
      ).not.toHaveCount(0)
      const kept = then.wording['2'] ?? ''
      await expect(comparison.locator('p').filter({ hasText: kept })).toHaveCount(2)
      await page.getByRole('link', { name: t('ar', 'library.law.closeComparison') }).click()
      await expect(page).toHaveURL(PAGE)
      await expect(comparison).toHaveCount(0)
    })

    test('an address with a paragraph leads to that paragraph', async ({ page, library }) => {
      await page.setViewportSize({ width: 360, height: 640 })
      const wording = versionOf(library, SINCE).wording[NEW_PARAGRAPH] ?? ''
      await page.goto(PAGE)
      await expect(page.getByText(wording)).not.toBeInViewport()

      await page.goto(`${PAGE}#p${NEW_PARAGRAPH}`)
      await expect(page.getByText(wording)).toBeInViewport()
    })
  })
}

test('the reference of an article is copied in the language chosen', async ({ page, context, library }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(PAGE)
  const cited = resolveCitation(library, ARTICLE, SINCE)
  const copy = page.getByRole('button', { name: t('ar', 'library.law.copyIn', { language: 'Français' }) })
  await copy.click()

  await expect(page.getByRole('button', { name: t('ar', 'law.copied') })).toBeFocused()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(cited && writeCitation(cited, 'fr'))
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('no button promises to copy', async ({ page }) => {
    await page.goto(PAGE)

    await expect(page.locator('[data-copy]')).not.toHaveCount(0)
    for (const button of await page.locator('[data-copy]').all()) await expect(button).toBeHidden()
  })
})
