import type { Page } from '@playwright/test'
import type { Locale } from '@/domain/locale'
import { codeAt } from '../authenticator'
import { expect, type Someone } from './test'
import { t } from './texts'

/** A server that has just started answers the first sign-in slowly, because all its jobs run at the same time. */
const COLD = { timeout: 90_000 }

/** Opens an address that requires a sign-in, signs in, and reaches it. @param factor her second factor, if needed. */
export async function signInAt(
  page: Page,
  locale: Locale,
  path: string,
  { email, password }: Someone,
  factor?: { secret: string; now: Date },
) {
  const main = page.getByRole('main')
  await page.context().clearCookies()
  await page.goto(path)
  await page.getByLabel(t(locale, 'fields.email')).fill(email)
  await page.getByLabel(t(locale, 'fields.password'), { exact: true }).fill(password)
  await main.getByRole('button', { name: t(locale, 'nav.signIn') }).click()
  if (factor) {
    await expect(page).toHaveURL(/\/second-factor/, COLD)
    await page.getByLabel(t(locale, 'secondFactor.code')).fill(codeAt(factor.secret, factor.now))
    await main.getByRole('button', { name: t(locale, 'secondFactor.ask.submit') }).click()
  }
  await expect(page).toHaveURL(path, COLD)
}
