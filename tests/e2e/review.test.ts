import { COURSE, expect, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'

test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })

test('three questions of review are answered without a script, and the link of a letter opens one of them', async ({
  page,
  login,
  rows,
  course,
}) => {
  const someone = await login({ enrolledIn: [COURSE] })
  await rows.completeLessons(someone, COURSE, course.file.outline.length)
  await rows.startAttempt(someone, COURSE)
  await rows.handIn(someone, COURSE, 'right')
  const link = await rows.beginReview(someone, COURSE)
  await page.goto('/ar/learning')
  await page.getByRole('link', { name: t('ar', 'learning.today.review'), exact: true }).click()

  for (const n of [1, 2, 3]) {
    await expect(page.getByText(t('ar', 'exam.position', { n, total: 3 })).first()).toBeVisible()
    const options = page.locator('.question fieldset:not(.certainty)')
    await expect(options).toHaveCount(1)
    const keep = page.getByRole('button', { name: t('ar', 'practice.keepOrder') })
    if (await keep.isVisible()) await keep.click()
    for (const select of await options.locator('select').all()) await select.selectOption({ index: 1 })
    const choice = options.locator('input[type=radio], input[type=checkbox]').first()
    if ((await choice.count()) > 0) await choice.check()
    await page.getByLabel(t('ar', 'exam.fairly')).check()
    await page.getByRole('button', { name: t('ar', 'review.answer') }).click()
    await expect(page.getByRole('status')).toBeVisible()
    await page.getByRole('link', { name: t('ar', n === 3 ? 'review.finish' : 'review.next') }).click()
  }
  await expect(page.getByRole('heading', { name: t('ar', 'review.done') })).toBeVisible()

  await page.context().clearCookies()
  await page.goto(new URL(link).pathname + new URL(link).search)
  await expect(page.getByText(t('ar', 'review.linkNote'))).toBeVisible()
  await page.getByRole('button', { name: t('ar', 'nav.menu') }).click()
  await expect(page.getByRole('link', { name: t('ar', 'nav.signIn') }).first()).toBeVisible()
})
