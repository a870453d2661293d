import type { Locator, Page } from '@playwright/test'
import { COURSE, expect, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'

const NOTE = '<b>التحقق</b> من صفة الوسيط'

/** The menu of the first section of a lesson, opened. */
async function openTools(page: Page): Promise<Locator> {
  const tools = page.locator('.tools').first()
  await tools.locator('summary').click()
  return tools
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled, viewport: { width: 360, height: 740 } })

    test('a reader notes a passage, marks a section, finds both again, and deletes the note', async ({
      page,
      login,
      course,
    }) => {
      await login()
      const lesson = `/ar/courses/${COURSE}/lessons/${course.file.outline[0]}`
      await page.goto(lesson)
      const tools = await openTools(page)
      expect((await tools.locator('summary').boundingBox())?.height).toBeGreaterThanOrEqual(44)
      await tools.getByRole('link', { name: t('ar', 'notes.write') }).click()
      await page.getByLabel(t('ar', 'fields.noteText')).fill(NOTE)
      await page.getByRole('button', { name: t('ar', 'notes.save') }).click()

      await expect(page).toHaveURL(/#b1$/)
      const kept = page.locator('.kept')
      await kept.locator('summary').click()
      await expect(kept.locator('.own-words')).toHaveText(NOTE)
      await (await openTools(page)).getByRole('button', { name: t('ar', 'notes.mark') }).click()
      await expect(page).toHaveURL(/#b0$/)
      await expect(page.getByText(t('ar', 'notes.bookmark'), { exact: true })).toBeVisible()

      await page.goto('/ar/learning/notes?q=الوسيط')
      await expect(page.locator('main article')).toHaveCount(1)
      await page.getByRole('link', { name: t('ar', 'notes.edit') }).click()
      await page.getByRole('button', { name: t('ar', 'notes.delete') }).click()
      await expect(page.locator('main article')).toHaveCount(1)
      await expect(page.getByText(NOTE)).toHaveCount(0)
      await page.getByRole('button', { name: t('ar', 'notes.unmark') }).click()
      await expect(page.getByText(t('ar', 'notes.empty'))).toBeVisible()
    })
  })
}

test('the menu of a section closes with Escape, with the focus on its button, and with a click elsewhere', async ({
  page,
  course,
}) => {
  await page.goto(`/fr/courses/${COURSE}/lessons/${course.file.outline[0]}`)
  const tools = await openTools(page)
  await page.keyboard.press('Escape')
  await expect(tools).not.toHaveAttribute('open')
  await expect(tools.locator('summary')).toBeFocused()

  await openTools(page)
  await page.locator('h1').click()
  await expect(tools).not.toHaveAttribute('open')
})

test('a reader without an account comes back to the note after she has signed in', async ({ page, course, login }) => {
  const someone = await login({}, null)
  await page.goto(`/fr/courses/${COURSE}/lessons/${course.file.outline[0]}`)
  await (await openTools(page)).getByRole('link', { name: t('fr', 'notes.write') }).click()
  await page.getByLabel(t('fr', 'fields.email')).fill(someone.email)
  await page.getByLabel(t('fr', 'fields.password')).fill(someone.password)
  await page
    .getByRole('main')
    .getByRole('button', { name: t('fr', 'nav.signIn') })
    .click()

  await expect(page.getByLabel(t('fr', 'fields.noteText'))).toBeVisible()
})
