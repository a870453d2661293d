import type { Page } from '@playwright/test'
import { expect, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'
import { countBytes } from '../support/e2e/wire'

const said = (key: Parameters<typeof t>[1]) => t('ar', key)
const button = (page: Page, key: Parameters<typeof t>[1]) => page.getByRole('button', { name: said(key), exact: true })
const NEXT = '/ar/courses'
const ASKED = `/ar/second-factor?next=${NEXT}`
const MINE = '/ar/account/second-factor'

test.use({ viewport: { width: 360, height: 740 } })

/** A device of the browser that holds passkeys. */
async function addDevice(page: Page) {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return { remove: () => session.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId }) }
}

async function fits(page: Page) {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
}

async function begin(page: Page, password: string) {
  await page.goto(MINE)
  await page.getByLabel(said('fields.current')).fill(password)
  await button(page, 'secondFactor.passkeys.start').click()
  await expect(page.getByRole('heading', { name: said('secondFactor.passkeys.registerTitle') })).toBeVisible()
}

/** Registers a first passkey, up to its recovery codes. */
async function register(page: Page, password: string, name = 'مفتاح المكتب') {
  await begin(page, password)
  await page.getByLabel(said('secondFactor.passkeys.name')).fill(name)
  await button(page, 'secondFactor.passkeys.register').click()
  await expect(page.locator('.codes li')).toHaveCount(10)
}

test('she adds a passkey, is asked for it in another session, and confirms with it', async ({ page, login, rows }) => {
  const someone = await login()
  await addDevice(page)
  await begin(page, someone.password)
  await fits(page)
  await expect(page).toHaveNoAxeViolations()
  await expect(page).toHaveNoContrastErrors()
  await page.getByLabel(said('secondFactor.passkeys.name')).fill('مفتاح المكتب')
  await button(page, 'secondFactor.passkeys.register').click()
  await expect(page.locator('.codes li')).toHaveCount(10)

  await page.goto(MINE)
  await expect(page.getByRole('main')).toContainText('مفتاح المكتب')
  await fits(page)
  await rows.forgetProof(someone)
  await page.goto(ASKED)
  await button(page, 'secondFactor.passkeys.use').click()
  await expect(page).toHaveURL(NEXT)
  await page.goto(ASKED)
  await expect(page).toHaveURL(NEXT)
})

test('she registers a passkey and confirms with it by keyboard alone', async ({ page, login, rows }) => {
  const someone = await login()
  await addDevice(page)
  await page.goto(MINE)
  await page.getByLabel(said('fields.current')).focus()
  await page.keyboard.type(someone.password)
  await tabTo(page, 'secondFactor.passkeys.start')
  await page.keyboard.press('Enter')
  await page.getByLabel(said('secondFactor.passkeys.name')).focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('.codes li')).toHaveCount(10)

  await rows.forgetProof(someone)
  await page.goto(ASKED)
  await page.getByLabel(said('secondFactor.code')).focus()
  await tabTo(page, 'secondFactor.passkeys.use')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(NEXT)
})

/** Presses Tab until the button has the focus, a few times at most. */
async function tabTo(page: Page, key: Parameters<typeof t>[1]) {
  for (let presses = 0; presses < 5; presses++) {
    await page.keyboard.press('Tab')
    if (await button(page, key).evaluate((element) => element === document.activeElement)) return
  }
  await expect(button(page, key)).toBeFocused()
}

test('a device without her passkey says so, and a recovery code opens instead', async ({ page, login, rows }) => {
  const someone = await login()
  const { remove } = await addDevice(page)
  await register(page, someone.password)
  const code = (await page.locator('.codes li').first().textContent()) ?? ''
  await remove()
  await addDevice(page)
  await rows.forgetProof(someone)

  await page.goto(ASKED)
  await button(page, 'secondFactor.passkeys.use').click()
  await expect(page.getByRole('alert')).toContainText(said('secondFactor.passkeys.problems.cancelled'))
  await expect(button(page, 'secondFactor.passkeys.use')).toBeFocused()
  await fits(page)
  await page.getByLabel(said('secondFactor.code')).fill(code)
  await button(page, 'secondFactor.ask.submit').click()
  await expect(page).toHaveURL(NEXT)
})

test('she renames a passkey, adds a second one by the first, and removes that one', async ({ page, login }) => {
  const someone = await login()
  const { remove } = await addDevice(page)
  await register(page, someone.password)
  await page.goto(MINE)
  const first = page.getByRole('listitem').filter({ hasText: 'مفتاح المكتب' }).first()
  await first.locator('summary').click()
  await first.getByLabel(said('secondFactor.passkeys.name')).fill('مفتاح البيت')
  await first.getByRole('button', { name: said('secondFactor.passkeys.rename') }).click()
  await expect(page.getByRole('main')).toContainText('مفتاح البيت')

  const passkeys = page.getByRole('region', { name: said('secondFactor.passkeys.title') })
  const adding = passkeys.locator('form', { has: page.locator('[value="passkey-add"]') })
  await adding.getByRole('button', { name: said('secondFactor.passkeys.use') }).click()
  await expect(button(page, 'secondFactor.passkeys.register')).toBeVisible()
  // The device that holds the first passkey does not create a second one.
  await button(page, 'secondFactor.passkeys.register').click()
  await expect(page.getByRole('alert')).toContainText(said('secondFactor.passkeys.problems.known'))
  await remove()
  await addDevice(page)
  await page.getByLabel(said('secondFactor.passkeys.name')).fill('لوحة العمل')
  await button(page, 'secondFactor.passkeys.register').click()
  await expect(passkeys.locator('details')).toHaveCount(2)

  const second = passkeys.getByRole('listitem').filter({ hasText: 'لوحة العمل' }).first()
  await second.locator('summary').click()
  await second.getByRole('button', { name: said('secondFactor.passkeys.use') }).click()
  await expect(passkeys.locator('details')).toHaveCount(1)
  await expect(page.getByRole('main')).not.toContainText('لوحة العمل')
})

test('the pages that ask for a code load few scripts', async ({ page, as }) => {
  await as('keyed')
  const { sent, allArrived } = await countBytes(page)
  await page.goto(ASKED)
  await allArrived()

  const scripts = sent.filter(({ type }) => type === 'Script').map(({ bytes }) => bytes)
  expect(scripts.length).toBeGreaterThan(2)
  expect(scripts.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(8000)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a code works in place of a passkey, and a new passkey is said to need a script', async ({ page, as }) => {
    await as('keyed')
    await page.goto(ASKED)
    await expect(page.getByLabel(said('secondFactor.code'))).toBeVisible()
    await expect(button(page, 'secondFactor.passkeys.use')).toBeHidden()
    await page.goto(MINE)
    await expect(page.getByRole('region', { name: said('secondFactor.on.addAppTitle') })).toBeVisible()

    await as('registrant')
    await page.goto(MINE)
    // Playwright does not search `noscript` by text, so its element is located.
    await expect(page.locator('noscript > p')).toHaveText(said('secondFactor.passkeys.needsScript'))
    await expect(button(page, 'secondFactor.passkeys.register')).toBeHidden()
    await expect(button(page, 'secondFactor.cancelFirst')).toBeVisible()
    await fits(page)
  })
})
