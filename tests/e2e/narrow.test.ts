import type { Page } from '@playwright/test'
import { LOCALES } from '@/domain/locale'
import { drawingFaults } from '../support/e2e/drawing-faults'
import { expect, test } from '../support/e2e/test'

/** The narrowest phone, and the usual small one. */
const WIDTHS = [320, 360]
const HEIGHT = 640

test.use({ viewport: { width: WIDTHS[0] ?? 0, height: HEIGHT } })

/** The parts of the page that do not fit on a phone, for each width. */
async function faultsOn(page: Page): Promise<string[]> {
  const drawings = page.locator('.drawing')
  const faults: string[] = []
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT })
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    const found = [...(beyond > 0 ? [`${beyond} px sideways`] : []), ...(await drawings.evaluateAll(drawingFaults))]
    faults.push(...found.map((fault) => `${width} px: ${fault}`))
  }
  return faults
}

for (const locale of LOCALES) {
  test(`no lesson of any course scrolls sideways on a phone, and its drawings fit (${locale})`, async ({
    page,
    as,
    courses,
  }) => {
    test.setTimeout(180_000)
    await as('member')
    const faults: string[] = []
    let drawn = 0
    for (const { file, lessons } of Object.values(courses)) {
      for (const lesson of lessons) {
        const path = `/${locale}/courses/${file.id}/lessons/${lesson.file.id}`
        expect((await page.goto(path))?.status(), path).toBe(200)
        await page.evaluate(() => document.fonts.ready.then(() => null))
        faults.push(...(await faultsOn(page)).map((fault) => `${path}: ${fault}`))
        drawn += await page.locator('.drawing').count()
      }
    }

    expect(faults).toEqual([])
    expect(drawn).toBeGreaterThan(0)
  })
}

test('the check finds what does not fit in a drawing', async ({ page }) => {
  await page.goto('/fr/styleguide')
  const drawings = page.locator('.drawing')
  expect(await drawings.evaluateAll(drawingFaults)).toEqual([])

  const [name, mark, words] = [drawings.locator('.name'), drawings.locator('.n'), drawings.locator('.drawn p')]
  await name.first().evaluate((part) => part.append('x'.repeat(60)))
  expect(await drawings.evaluateAll(drawingFaults)).toContainEqual(expect.stringContaining('broken: '))
  await name.first().evaluate((part) => Object.assign((part as HTMLElement).style, { overflowWrap: 'normal' }))
  expect(await drawings.evaluateAll(drawingFaults)).toContainEqual(expect.stringContaining('cut: '))
  await mark.first().evaluate((part) => Object.assign((part as HTMLElement).style, { marginInlineStart: '60px' }))
  expect(await drawings.evaluateAll(drawingFaults)).toContainEqual(expect.stringContaining('covered: '))
  await words
    .last()
    .evaluate((part) => Object.assign((part as HTMLElement).style, { insetInlineStart: '90vw', position: 'relative' }))
  expect(await drawings.evaluateAll(drawingFaults)).toContainEqual(expect.stringContaining('outside: '))
})

for (const locale of LOCALES) {
  test(`the first name of a cohort's people stands on the first screen of a phone (${locale})`, async ({
    page,
    as,
    cast,
  }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    await as('administrator')
    await page.goto(`/${locale}/cohorts/${cast.cohort}/people`)
    await page.evaluate(() => document.fonts.ready.then(() => null))

    await expect(page.locator('input[type="search"]')).toBeInViewport()
    await expect(page.locator('.more-filters select').first()).toBeHidden()
    await expect(page.locator('.picks tbody tr a').first()).toBeInViewport({ ratio: 1 })
  })
}
