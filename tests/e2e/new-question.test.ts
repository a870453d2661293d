import { expect, signIn, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled, viewport: { width: 360, height: 740 } })

    test('a reviewer comes from her desk to the form of a new question, which keeps what she typed', async ({
      page,
      login,
      rows,
      context,
      baseURL,
    }) => {
      const reviewer = await login()
      await rows.empower(reviewer, null, ['reviewer'])
      await signIn(context, reviewer.cookie, baseURL)
      await page.goto('/ar/review')
      await page.getByRole('link', { name: t('ar', 'editorial.queue.new') }).click()
      await page.locator('a[href="/ar/review/lesson/fundamentals~offence/ar/question"]').click()
      await page.locator('[name="questionId"]').fill('Not An Id')
      await page.locator('[name="stem.ar"]').fill('هل يكفي فعل واحد؟')
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)

      await page.getByRole('button', { name: t('ar', 'editorial.source.save') }).click()

      await expect(page.locator('.error-summary')).toContainText(t('ar', 'fields.problems.id'))
      await expect(page.locator('[name="stem.ar"]')).toHaveValue('هل يكفي فعل واحد؟')
      await expect(page.locator('[name="questionId"]')).toHaveValue('Not An Id')
    })
  })
}
