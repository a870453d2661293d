import type { Page } from '@playwright/test'
import { expect, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'

const GRID = '/fr/practice/grid/brickworks'
type State = 'saved' | 'queued' | 'stays'

const line = (page: Page, state: State) =>
  page.getByRole('status').getByText(t('fr', `casework.grid.saving.${state}`), { exact: true })
/** The first choice on the act, and on how sure she is: both are in the part that is open at first. */
const act = (page: Page) => page.locator('input[name="act"]').first()
const certainty = (page: Page) => page.locator('input[name="act.k"]').first()
const handIn = (page: Page) => page.getByRole('button', { name: t('fr', 'casework.grid.handIn') })

test.describe('a grid without a network', () => {
  test.use({ provokes: /ERR_INTERNET_DISCONNECTED/ })

  test('is not handed in, keeps what is ticked, and is handed in with it once the network is back', async ({
    page,
    context,
    login,
  }) => {
    await login()
    await page.goto(GRID)
    await act(page).check()
    await expect(line(page, 'saved')).toBeVisible()

    await context.setOffline(true)
    await certainty(page).check()
    await expect(line(page, 'queued')).toBeVisible()
    await handIn(page).click()
    await expect(line(page, 'stays')).toBeVisible()
    await expect(page).toHaveURL(GRID)

    // The page is left, and asked for again: it is never taken from a cache.
    await context.setOffline(false)
    await page.goto('/fr/practice')
    await page.goto(GRID)
    await expect(act(page)).toBeChecked()
    await expect(certainty(page)).toBeChecked()

    await handIn(page).click()
    await expect(page.getByRole('heading', { name: t('fr', 'casework.grid.reasons.title') })).toBeVisible()
    await page.goto(GRID)
    await expect(act(page)).not.toBeChecked()
    await expect(page.locator('[data-grid-left]')).toBeHidden()
  })
})

test('a grid says that another window has changed it, and offers what was ticked here', async ({
  page,
  context,
  login,
}) => {
  await login()
  await page.goto(GRID)
  const other = await context.newPage()
  await other.goto(GRID)
  await act(other).check()
  await expect(line(other, 'saved')).toBeVisible()

  await certainty(page).check()
  await expect(page.getByText(t('fr', 'casework.grid.saving.changed'), { exact: true })).toBeVisible()
  await page.goto(GRID)
  await expect(act(page)).toBeChecked()
  await expect(certainty(page)).not.toBeChecked()
  await page.getByRole('button', { name: t('fr', 'casework.grid.left.take') }).click()
  await expect(line(page, 'saved')).toBeVisible()
  await expect(act(page)).not.toBeChecked()
  await page.goto(GRID)
  await expect(certainty(page)).toBeChecked()
  await expect(page.locator('[data-grid-left]')).toBeHidden()
})
