import type { Page } from '@playwright/test'
import { expect, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'

const said = (key: Parameters<typeof t>[1]) => t('ar', key)

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  const FORMS = [
    ['profile', 'fields.save', (page: Page) => page.locator('#my-profile-institution').fill('Rabat')],
    ['password', 'account.password.button', (page: Page) => page.locator('#my-password-current').fill('her secret')],
    ['delete', 'account.delete.button', (page: Page) => page.locator('#deletion-current').fill('her secret')],
  ] as const
  for (const [section, button, fill] of FORMS) {
    test(`a form of the account sent after the session ended leads to sign in, and sends nothing on (${section})`, async ({
      page,
      context,
      login,
    }) => {
      await login()
      await page.goto('/ar/account')
      await fill(page)
      await context.clearCookies()
      const posted: string[] = []
      page.on('request', (request) => request.method() === 'POST' && posted.push(new URL(request.url()).pathname))
      const region = page.getByRole('region', { name: said(`account.${section}.title`) })
      await region.getByRole('button', { name: said(button) }).click()

      await expect(page).toHaveURL(`/ar/sign-in?next=${encodeURIComponent('/ar/account')}&notice=not-saved`)
      await expect(page.getByRole('status')).toHaveText(said('account.notices.not-saved'))
      expect(posted).toEqual(['/ar/account'])
    })
  }
})
