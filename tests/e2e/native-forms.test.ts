import { expect, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'

const said = (key: Parameters<typeof t>[1]) => t('fr', key)

test.describe('when the network is lost', () => {
  test.use({ provokes: /ERR_INTERNET_DISCONNECTED/ })

  test('a form stays with all that was typed, says so, and is sent once the network is back', async ({
    page,
    context,
    login,
  }) => {
    const { email, password } = await login({}, null)
    await page.goto('/fr/sign-in')
    await page.getByLabel(said('fields.email')).fill(email)
    await page.getByLabel(said('fields.password'), { exact: true }).fill(password)
    const send = page.getByRole('main').getByRole('button', { name: said('nav.signIn') })
    await context.setOffline(true)
    await send.click()

    await expect(page.getByRole('alert')).toHaveText(said('fields.notSent'))
    await expect(page.getByRole('alert')).toBeFocused()
    await expect(page.getByLabel(said('fields.email'))).toHaveValue(email)
    await expect(page.getByLabel(said('fields.password'), { exact: true })).toHaveValue(password)

    await context.setOffline(false)
    await send.click()
    await expect(page).toHaveURL('/fr/learning')
  })
})

test('a form tapped many times while it is sent is sent once, and its button says that it is', async ({ page }) => {
  const incomplete = 'amina@example'
  let posts = 0
  let answer = () => {}
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route('**/api/health', async (route) => {
    await held
    return route.continue()
  })
  page.on('request', (request) => {
    if (request.method() === 'POST') posts += 1
  })
  await page.goto('/fr/sign-up')
  await page.getByLabel(said('fields.email')).fill(incomplete)
  const button = page.locator('main form button[type=submit]')
  await button.evaluate((element: HTMLButtonElement) => {
    // Taps again after each submit event, whether the page sent the form or prevented that.
    let taps = 10
    window.addEventListener('submit', () => setTimeout(() => taps-- > 0 && element.click()))
    for (let tap = 0; tap < 3; tap++) element.click()
  })
  await expect(button).toHaveText(said('fields.sending'))
  expect(posts).toBe(0)
  answer()

  // The response: the error takes the focus, and the typed values are kept.
  const problems = page.getByRole('alert', { name: said('errors.title') })
  await expect(problems).toBeFocused()
  await expect(page).toHaveTitle(new RegExp(`^${said('fields.errorPrefix')}`))
  await expect(page.getByLabel(said('fields.email'))).toHaveValue(incomplete)
  await problems.getByRole('link').first().click()
  await expect(page.getByLabel(said('fields.email'))).toBeFocused()
  expect(posts).toBe(1)
})

test('a password can be shown while it is typed', async ({ page }) => {
  await page.goto('/fr/sign-in')
  const field = page.getByLabel(said('fields.password'), { exact: true })
  await field.fill('trois dossiers ce matin')
  await page.getByRole('button', { name: said('fields.showPassword') }).click()
  await expect(field).toHaveAttribute('type', 'text')
  await page.getByRole('button', { name: said('fields.hidePassword') }).click()
  await expect(field).toHaveAttribute('type', 'password')
})

test('the next page that asks for the typed e-mail address shows it, until she has read another page', async ({
  page,
}) => {
  await page.goto('/fr/sign-in?next=/fr/courses/fundamentals')
  await page.getByLabel(said('fields.email')).fill('amina@example.ma')
  await page
    .getByRole('main')
    .getByRole('link', { name: said('nav.signUp') })
    .click()
  await expect(page).toHaveURL('/fr/sign-up?next=%2Ffr%2Fcourses%2Ffundamentals')
  await expect(page.getByLabel(said('fields.email'))).toHaveValue('amina@example.ma')

  await page.goto('/fr/courses')
  await page.goto('/fr/reset-password')
  await expect(page.getByLabel(said('fields.email'))).toHaveValue('')
})
