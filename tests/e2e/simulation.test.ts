import { expect, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'

const PATH = '/practice/simulations/night-report'
const CHOICES = ['identify', 'at-six', 'custody-delay', 'shelter', 'browse', 'place', 'investigation']
const REASON = 'Sa sécurité d’abord'

test('a file is played with the keyboard alone, and the reason stays in the browser until the debrief', async ({
  page,
  login,
}) => {
  await login({})
  const sent: string[] = []
  page.on('request', (request) => sent.push(request.url(), request.postData() ?? ''))
  await page.goto(`/fr${PATH}`)
  await page.getByRole('button', { name: t('fr', 'casework.simulation.start.begin') }).press('Enter')
  for (const [place, choice] of CHOICES.entries()) {
    await expect(page).toHaveURL(new RegExp(`${PATH}/${place + 1}$`))
    await page.locator(`[value="${choice}"]`).press('Space')
    if (place === 0) await page.locator('#reason').fill(REASON)
    await page.locator('#decision-confirm').press('Space')
    await page.getByRole('button', { name: t('fr', 'casework.simulation.step.confirm') }).press('Enter')
  }
  await expect(page).toHaveURL(new RegExp(`${PATH}/debrief$`))
  await expect(page.locator('[data-reason]:visible')).toContainText(REASON)
  expect(decodeURIComponent(sent.join(' ').replaceAll('+', ' '))).not.toContain('d’abord')

  await page.goBack()
  await page.goto(`/fr${PATH}/1`)
  await expect(
    page.getByRole('heading', { name: t('fr', 'casework.simulation.closed.title', { number: 1 }) }),
  ).toBeVisible()
  await expect(page.locator('[name="choice"]')).toHaveCount(0)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a step is a form, and what was confirmed in another window stands', async ({ page, context, login }) => {
    await login({})
    const other = await context.newPage()
    await page.goto(`/fr${PATH}`)
    await page.getByRole('button', { name: t('fr', 'casework.simulation.start.begin') }).click()
    await other.goto(`/fr${PATH}/1`)
    for (const [on, choice] of [
      [page, 'identify'],
      [other, 'begging'],
    ] as const) {
      await on.locator(`[value="${choice}"]`).check({ force: true })
      await on.locator('#decision-confirm').check({ force: true })
      await on.getByRole('button', { name: t('fr', 'casework.simulation.step.confirm') }).click()
    }
    await expect(page).toHaveURL(new RegExp(`${PATH}/2$`))
    await expect(other.getByText(t('fr', 'casework.simulation.closed.stands'))).toBeVisible()
  })
})
