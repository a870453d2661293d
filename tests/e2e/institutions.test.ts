import { formatDate } from '@/i18n/translator'
import { expect, signIn, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'

const fr = (key: Parameters<typeof t>[1], values?: Parameters<typeof t>[2]) => t('fr', key, values)

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the platform makes an institution, names its training officer, and every step says what came of it', async ({
    page,
    login,
  }) => {
    const officer = await login({}, null)
    const platform = await login()
    await page.context().clearCookies()
    await signIn(page.context(), platform.cookie, page.url() === 'about:blank' ? undefined : page.url())
  })
})

test('a link to institutions stands in the header of who runs something, and of nobody else', async ({ page, as }) => {
  const link = page.getByRole('banner').getByRole('link', { name: fr('nav.institutions') })
  for (const path of ['/fr/learning', '/fr/account']) {
    await as('administrator')
    await page.goto(path)
    await expect(link).toHaveAttribute('href', '/fr/institutions')
    await as('holder')
    await page.goto(path)
    await expect(link).toHaveCount(0)
  }
})
