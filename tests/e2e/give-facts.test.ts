import type { Page } from '@playwright/test'
import { expect, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'

const GRID = '/ar/practice/grid/brickworks'

test.use({ viewport: { width: 360, height: 740 } })

const fact = (page: Page, id: string) => page.locator(`.dossier-papers #${id}`)
const give = (page: Page, element: 'act' | 'means') =>
  page.getByRole('button', { name: t('ar', `casework.grid.element.${element}`), exact: true })
const ticked = (page: Page, name: string, id: string) => page.locator(`input[name="${name}"][value="${id}"]`)
const saved = (page: Page) => page.getByRole('status').getByText(t('ar', 'casework.grid.saving.saved'), { exact: true })

test('a fact of a paper is given to an element by a tap, is kept, and says to what it is given', async ({
  page,
  login,
}) => {
  await login()
  await page.goto(GRID)
  await fact(page, 'F2').click()
  await expect(fact(page, 'F2')).toHaveAttribute('aria-pressed', 'true')
  await give(page, 'act').click()
  await expect(ticked(page, 'act.s', 'F2')).toBeChecked()
  await expect(give(page, 'act')).toHaveAttribute('aria-pressed', 'true')

  // The same fact for the element, then against it: it cannot be both.
  await page.getByRole('radio', { name: t('ar', 'casework.grid.tray.contradicts') }).check()
  await give(page, 'act').click()
  await expect(ticked(page, 'act.c', 'F2')).toBeChecked()
  await expect(ticked(page, 'act.s', 'F2')).not.toBeChecked()
  await expect(saved(page)).toBeVisible()

  await page.reload()
  const against = `${t('ar', 'casework.grid.tray.against')} ${t('ar', 'casework.grid.element.act')}`
  await expect(fact(page, 'F2').locator('.given')).toHaveText(against)
  await expect(give(page, 'act')).toBeHidden()
})

test('a fact is given to an element by keys alone', async ({ page, login }) => {
  await login()
  await page.goto(GRID)
  await fact(page, 'F1').focus()
  await page.keyboard.press('ArrowDown')
  await expect(fact(page, 'F2')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(give(page, 'act')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(ticked(page, 'means.s', 'F2')).toBeChecked()
  await page.keyboard.press('Escape')
  await expect(fact(page, 'F2')).toBeFocused()
  await expect(fact(page, 'F2').locator('.given')).toHaveText(t('ar', 'casework.grid.element.means'))
})

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })

  test('facts are ticked in the lists of the elements, in their words', async ({ page, login }) => {
    await login()
    await page.goto(GRID)
    await expect(page.locator('[data-tray]')).toBeHidden()
    await page.locator('.element[open] .fact-paper > summary').first().click()
    await page.locator('input[name="act.s"]').first().check()
    await page.getByRole('button', { name: t('ar', 'casework.grid.keep') }).click()
    await expect(page.locator('input[name="act.s"]').first()).toBeChecked()
  })
})
