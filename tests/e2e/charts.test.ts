import { LOCALES } from '@/domain/locale'
import { figureFaults } from '../support/e2e/figure-faults'
import { expect, test } from '../support/e2e/test'

for (const locale of LOCALES) {
  test(`no chart of the style guide lies over a text or leaves its place (${locale})`, async ({ page }) => {
    await page.goto(`/${locale}/styleguide`)
    await page.evaluate(() => document.fonts.ready.then(() => null))

    for (const chart of ['.dumbbell svg', '.chart svg', 'svg.gauge', 'svg.qr', '.drawn-ring svg']) {
      expect(await page.locator(chart).count(), chart).toBeGreaterThan(0)
    }
    expect(await figureFaults(page)).toEqual([])
  })
}

test('the check finds a chart that is lower than its parts, and a part without a colour', async ({ page }) => {
  await page.goto('/fr/styleguide')
  // The page allows no style of its own; a sheet made by a script is none.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('.dumbbell svg { block-size: 1.25em } .dumbbell .band { fill: var(--not-defined) }')
    document.adoptedStyleSheets = [sheet]
  })

  const faults = await figureFaults(page)

  for (const fault of ['over a text: ', 'outside its drawing: ', 'without a colour: rect.band']) {
    expect(faults).toContainEqual(expect.stringContaining(fault))
  }
})
