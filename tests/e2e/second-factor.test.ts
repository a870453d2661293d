import type { Page } from '@playwright/test'
import { codeAt } from '../support/authenticator'
import { expect, signIn, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'

const said = (key: Parameters<typeof t>[1]) => t('ar', key)
const button = (page: Page, key: Parameters<typeof t>[1]) => page.getByRole('button', { name: said(key) })
const arabicIndic = (digits: string) => digits.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))
const NEXT = '/ar/courses'
const ASKED = `/ar/second-factor?next=${NEXT}`

test.use({ viewport: { width: 360, height: 740 } })

async function fits(page: Page) {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
}

async function start(page: Page, password: string): Promise<string> {
  await page.getByLabel(said('fields.current')).fill(password)
  await button(page, 'secondFactor.start').click()
  await expect(page.getByRole('img', { name: said('secondFactor.setUp.qr') })).toBeVisible()
  return ((await page.locator('.secret').textContent()) ?? '').replaceAll(' ', '')
}

test('she sets up her telephone from her account, and keeps the recovery codes', async ({ page, login }) => {
  const someone = await login()
  await page.goto('/ar/account#second-factor')
  await page.getByRole('link', { name: said('secondFactor.account.turnOn') }).click()
  const secret = await start(page, someone.password)
  await fits(page)

  await page.getByLabel(said('secondFactor.code')).fill('12345')
  await button(page, 'secondFactor.setUp.confirm').click()
  await expect(page.getByRole('alert')).toContainText(said('secondFactor.problems.malformed'))
  await expect(page.getByLabel(said('secondFactor.code'))).toHaveValue('12345')
  await expect(page).toHaveTitle(new RegExp(`^${said('fields.errorPrefix')}`))
  const offered = (await page.locator('.secret').textContent())?.replaceAll(' ', '')
  expect(offered).toBe(secret)

  await page.getByLabel(said('secondFactor.code')).fill(arabicIndic(codeAt(secret, new Date())))
  await button(page, 'secondFactor.setUp.confirm').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(said('secondFactor.codes.title'))
  const codes = await page.locator('.codes li').allTextContents()
  expect(new Set(codes).size).toBe(10)
  await expect(button(page, 'secondFactor.codes.print')).toBeVisible()
  await expect(page).toHaveNoAxeViolations()
  await expect(page).toHaveNoContrastErrors()
  await fits(page)

  await page.getByRole('link', { name: said('secondFactor.codes.go') }).click()
  await expect(page).toHaveURL('/ar/account')
  await page.getByText(said('secondFactor.title'), { exact: true }).click()
  await page.getByRole('link', { name: said('secondFactor.account.manage') }).click()
  await expect(page.getByRole('main')).toContainText(t('ar', 'secondFactor.on.codesLeft', { count: 10 }))
  await expect(page.getByRole('main')).not.toContainText(codes[0] ?? '')
})

test('she is asked for a code, may mistype it, and comes back to where she was', async ({ page, login, rows }) => {
  const { secret } = await rows.setUpSecondFactor(await login())
  await page.goto(ASKED)
  await expect(page.getByLabel(said('secondFactor.code'))).toHaveAttribute('inputmode', 'numeric')
  await page.getByLabel(said('secondFactor.code')).fill('000 000')
  await button(page, 'secondFactor.ask.submit').click()
  await expect(page.getByRole('alert')).toContainText(said('secondFactor.problems.wrong'))
  await expect(page.getByLabel(said('secondFactor.code'))).toHaveValue('000 000')
  await fits(page)

  await page.getByLabel(said('secondFactor.code')).fill(codeAt(secret, new Date()))
  await button(page, 'secondFactor.ask.submit').click()
  await expect(page).toHaveURL(NEXT)
  await page.goto(ASKED)
  await expect(page).toHaveURL(NEXT)
})

test('a recovery code works once if the telephone is lost, and another telephone takes its place', async ({
  page,
  login,
  rows,
  browser,
  baseURL,
}) => {
  const someone = await login()
  const { recoveryCodes } = await rows.setUpSecondFactor(someone)
  const [first = '', second = ''] = recoveryCodes
  await page.goto(ASKED)
  await page.getByLabel(said('secondFactor.code')).fill(first)
  await button(page, 'secondFactor.ask.submit').click()
  await expect(page).toHaveURL(NEXT)

  await page.goto('/ar/account/second-factor')
  const change = page.getByRole('region', { name: said('secondFactor.on.replaceTitle') })
  await change.getByLabel(said('secondFactor.code')).fill(first)
  await change.getByRole('button').click()
  await expect(page.getByRole('alert')).toContainText(said('secondFactor.problems.wrong'))
  await change.getByLabel(said('secondFactor.code')).fill(second)
  await change.getByRole('button').click()
  await expect(page.getByRole('main')).toContainText(said('secondFactor.setUp.replaces'))
  const secret = ((await page.locator('.secret').textContent()) ?? '').replaceAll(' ', '')

  // Another browser of hers does not show the new key.
  const device = await browser.newContext()
  await signIn(device, await rows.anotherSession(someone), baseURL)
  const other = await device.newPage()
  await other.goto('/ar/account/second-factor')
  await expect(other.getByRole('heading', { name: said('secondFactor.on.replaceTitle') })).toBeVisible()
  await device.close()

  await page.getByLabel(said('secondFactor.code')).fill(codeAt(secret, new Date()))
  await button(page, 'secondFactor.setUp.confirm').click()
  await expect(page.locator('.codes li')).toHaveCount(10)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('she sets up the second factor, and turns it off with a code', async ({ page, login }) => {
    const someone = await login()
    await page.goto('/ar/account/second-factor')
    const secret = await start(page, someone.password)
    await page.getByLabel(said('secondFactor.code')).fill(codeAt(secret, new Date()))
    await button(page, 'secondFactor.setUp.confirm').click()
    await expect(page.locator('.codes li')).toHaveCount(10)
    await expect(button(page, 'secondFactor.codes.print')).toBeHidden()
    const code = (await page.locator('.codes li').first().textContent()) ?? ''

    await page.goto('/ar/account/second-factor')
    const off = page.getByRole('region', { name: said('secondFactor.on.offTitle') })
    await off.getByLabel(said('secondFactor.code')).fill(code)
    await off.getByRole('button').click()
    await expect(button(page, 'secondFactor.start')).toBeVisible()
  })
})
