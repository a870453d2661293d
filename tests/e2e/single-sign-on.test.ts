import { randomUUID } from 'node:crypto'
import { ownSite } from '../support/e2e/own-site'
import { expect, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'
import { identityProvider, WHO } from '../support/identity-provider'
import { freePort } from '../support/site'

test('without JavaScript she signs on with the account of her institution, and signs out of both', async ({
  browser,
  login,
  rows,
}) => {
  const port = String(await freePort())
  const publicUrl = `http://localhost:${port}`
  const [institution, domain] = [randomUUID(), `${randomUUID()}.ma`]
  const provider = await identityProvider({
    redirectUris: [`${publicUrl}/api/auth/callback/${institution}`],
    backTo: [`${publicUrl}/ar/sign-in`],
  })
  // A context of its own, since the contexts of the tests may not open other hosts.
  const context = await browser.newContext({ javaScriptEnabled: false, extraHTTPHeaders: { [WHO]: 'amina' } })
  const page = await context.newPage()
  const site = await ownSite({ PORT: port, PUBLIC_URL: publicUrl, SIGN_ON_HOSTS: provider.host })
  try {
    await rows.openSignOnSchool(institution, provider.issuer, domain)
    const { email } = await login({ email: `${randomUUID()}@${domain}` }, null)
    provider.people.set('amina', { email, email_verified: true })

    await page.goto(`${site.url}/ar/sign-in?next=/ar/account`)
    await page.getByRole('link', { name: t('ar', 'schoolAccount.offer') }).click()
    await page.getByRole('button', { name: 'معهد التكوين القضائي' }).click()
    await expect(page).toHaveURL(`${site.url}/ar/account`)
    await expect(page.getByRole('main')).toContainText(email)
    const linked = page.getByRole('region', { name: t('ar', 'schoolAccount.mine.title') })
    await expect(linked).toContainText('معهد التكوين القضائي')

    await page.getByRole('button', { name: t('ar', 'nav.signOut'), exact: true }).click()
    await expect(page).toHaveURL(new RegExp(`^${provider.issuer}/`))
    await page.getByRole('button', { name: 'Yes, sign me out' }).click()
    await expect(page).toHaveURL(new RegExp(`^${site.url}/ar/sign-in`))
    await page.goto(`${site.url}/ar/account`)
    await expect(page).toHaveURL(/\/ar\/sign-in\?next=/)
  } finally {
    await rows.removeSignOnSchool(institution)
    await context.close()
    await site.stop()
    await provider.close()
  }
})
