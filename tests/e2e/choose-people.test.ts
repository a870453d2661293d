import type { Page } from '@playwright/test'
import { expect, test } from '../support/e2e/test'

/** The rows whose button or link is under the bar of acts, each after it got the focus. */
function coveredRows(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const bar = document.querySelector('.many')
    return [...document.querySelectorAll<HTMLElement>('.picks tbody :is(a, button, input)')].flatMap((control) => {
      control.focus()
      const [top, end] = [bar?.getBoundingClientRect(), control.getBoundingClientRect()]
      const covers = top && top.height > 0 && top.top < end.bottom && end.top < top.bottom
      return covers ? [control.outerHTML.slice(0, 120)] : []
    })
  })
}

for (const width of [360, 1280]) {
  for (const javaScriptEnabled of [true, false]) {
    test.describe(`at ${width} px, ${javaScriptEnabled ? 'with' : 'without'} scripts`, () => {
      test.use({ viewport: { width, height: 800 }, javaScriptEnabled })

      test('the bar of acts appears with the first person chosen, and covers no row', async ({ page, as, cast }) => {
        await as('administrator')
        for (const path of [`/fr/cohorts/${cast.examined}/people?status=asked`, `/ar/cohorts/${cast.cohort}/people`]) {
          await page.goto(path)
          const bar = page.locator('.many')
          await expect(bar).toBeHidden()

          await page.locator('[name="who"]').first().check()
          await expect(bar).toBeVisible()
          expect(await coveredRows(page)).toEqual([])

          await page.locator('[name="who"]').first().uncheck()
          await expect(bar).toBeHidden()
          await page.locator('[name="all"]').check()
          await expect(bar).toBeVisible()
        }
      })
    })
  }
}
