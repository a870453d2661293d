import { randomUUID } from 'node:crypto'
import { confirm, type Traveller } from '../support/e2e/line'
import { expect, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  for (const locale of ['ar', 'fr'] as const) {
    test(`a choice on the home page shows what follows from it, and from no other, in ${locale}`, async ({ page }) => {
      await page.goto(`/${locale}`)
      const follows = page.getByRole('status').locator(':scope > div')
      await expect(follows).toHaveCount(3)
      for (const each of await follows.all()) await expect(each).toBeHidden()

      await page.locator('[name="choice"][value="begging"]').press('Space')
      await expect(follows.nth(0)).toBeVisible()
      await page.keyboard.press('ArrowDown')
      await expect(follows.nth(0)).toBeHidden()
      await expect(follows.nth(1)).toBeVisible()
      await expect(follows.nth(2)).toBeHidden()

      await follows
        .nth(1)
        .getByRole('link', { name: t(locale, 'home.night.goOn') })
        .press('Enter')
      await expect(page).toHaveURL(new RegExp(`/${locale}/sign-up\\?next=.*choice%3Didentify`))
    })
  }

  test('the choice of a visitor is the first decision of her file once she has signed in', async ({ page, login }) => {
    await page.goto('/fr/practice/first/simulations/night-report')
    await page.locator('[value="identify"]').press('Space')
    await page.getByRole('button', { name: t('fr', 'casework.first.see') }).click()
    await expect(page.getByRole('heading', { name: 'Procès-verbal de constat' })).toBeVisible()
    const { pathname, search } = new URL(page.url())
    await login({})
    // Without its fragment, so that the page is loaded anew.
    await page.goto(pathname + search)
    await page.getByRole('button', { name: t('fr', 'casework.first.goOn') }).click()
    await expect(page).toHaveURL(/\/practice\/simulations\/night-report\/2$/)
  })
})

test('a visitor finds her first decision again after signing up by the letter', async ({ page }) => {
  const first = '/ar/practice/first/simulations/night-report?choice=identify'
  await page.goto(first)
  await page.getByRole('link', { name: t('ar', 'casework.first.signUp') }).click()
  const email = `${randomUUID()}@court.example`
  await page.getByLabel(t('ar', 'fields.email')).fill(email)
  await page
    .getByRole('main')
    .getByRole('button', { name: t('ar', 'nav.signUp') })
    .click()
  await expect(page.getByRole('status')).toHaveText(t('ar', 'account.signUp.sent'))
  const her: Traveller = {
    locale: 'ar',
    email,
    password: 'trois dossiers ce matin',
    function: 'judge',
    institution: 'محكمة الاستئناف بالرباط',
    nameArabic: 'سلمى بناني',
    nameLatin: 'Salma Bennani',
    initials: 'S. B.',
    press: (target) => target.click(),
  }
  await confirm(page, her, first)
  await page.getByRole('button', { name: t('ar', 'casework.first.goOn') }).click()
  await expect(page).toHaveURL('/ar/practice/simulations/night-report/2')
})

test('the list of files is narrowed with the keyboard', async ({ page, login }) => {
  await login({})
  await page.goto('/fr/practice')
  const kinds = page.getByRole('navigation', { name: t('fr', 'casework.hub.by') })
  const chip = (name: RegExp) => kinds.getByRole('link', { name })
  await chip(/^Orientation/).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/kind=referral$/)
  await expect(chip(/^Orientation/)).toHaveAttribute('aria-current', 'true')
  await expect(page.locator('.foryou')).toHaveCount(0)

  const fold = page.locator('.hub-filters > summary')
  await fold.focus()
  await page.keyboard.press('Enter')
  const states = page.getByRole('navigation', { name: t('fr', 'casework.hub.byState') })
  await states.getByRole('link', { name: new RegExp(`^${t('fr', 'casework.hub.state.done')}`) }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/kind=referral&state=done$/)
  await expect(page.getByText(t('fr', 'casework.hub.none'))).toBeVisible()
  await page.getByRole('link', { name: t('fr', 'casework.hub.everything') }).press('Enter')
  await expect(page.locator('.foryou')).toHaveCount(1)
})
