import { LOCALES } from '@/domain/locale'
import { expect, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'
import { readPdf } from '../support/read-pdf'

for (const locale of LOCALES) {
  test(`each brief is one sheet of A4, with every degree of its penalty (${locale})`, async ({ page, library }) => {
    const tooLong: string[] = []
    for (const { id, degrees = [] } of Object.values(library.briefs)) {
      await page.goto(`/${locale}/library/briefs/${id}`)
      const { pages, width } = await readPdf(await page.pdf({ preferCSSPageSize: true }))
      expect(Math.round(width)).toBe(595)
      if (pages !== 1) tooLong.push(`${id}: ${pages}`)

      await page.emulateMedia({ media: 'print' })
      await expect(page.locator('.degree').filter({ visible: true })).toHaveCount(degrees.length)
      await expect(page.locator('.brief input:visible[type="radio"], main button:visible')).toHaveCount(0)
      await page.emulateMedia({ media: null })
    }
    expect(tooLong).toEqual([])
  })
}

test('a judge chooses a circumstance by keyboard, and ticks what she has checked', async ({ page }) => {
  await page.goto('/ar/library/briefs/trafficking')
  const degrees = page.getByRole('group', { name: t('ar', 'library.briefs.degrees') }).getByRole('radio')
  await degrees.first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(degrees.nth(1)).toBeChecked()

  const check = page.locator('.boxes').getByRole('checkbox').first()
  await check.check()
  await expect(check).toBeChecked()
  expect(new URL(page.url()).search).toBe('')
})

test('the library, an article and a lesson lead to a brief', async ({ page }) => {
  for (const path of ['/fr/library', '/fr/library/law/cp-448-4', '/fr/courses/fundamentals/lessons/aggravation']) {
    await page.goto(path)
    await expect(page.locator('main a[href*="/fr/library/briefs"]').first()).toBeVisible()
  }
})
