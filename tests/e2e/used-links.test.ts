import type { Page } from '@playwright/test'
import { expect, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'
import { readSiteSettings } from '../support/e2e-settings'
import { linkIn, mailTo } from '../support/outbox'

const said = (key: Parameters<typeof t>[1]) => t('ar', key)
const NEW_PASSWORD = 'quatre dossiers ce soir'

/** Requests a link for `email` on the page `path`. @returns the link in the letter. */
async function linkFrom(page: Page, path: string, email: string): Promise<string> {
  const mails = () => mailTo(email, readSiteSettings().DATA_DIR)
  await page.goto(path)
  await page.getByLabel(said('fields.email')).fill(email)
  await page.getByRole('button', { name: said('account.sendLink') }).click()
  await expect.poll(() => mails().length).toBe(1)
  return linkIn(mails()[0]).href
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a confirmation that is sent twice succeeds both times, and its link says so later', async ({
      page,
      context,
      login,
    }) => {
      const { email } = await login({ confirmed: false }, null)
      const link = await linkFrom(page, '/ar/confirm', email)
      const tabs = [page, await context.newPage()]
      for (const tab of tabs) {
        await tab.goto(link)
        await tab.getByLabel(said('fields.password'), { exact: true }).fill(NEW_PASSWORD)
      }
      for (const tab of tabs) {
        await tab.getByRole('button', { name: said('account.confirm.button') }).click()
        await expect(tab).toHaveURL('/ar/learning')
      }

      const main = page.getByRole('main')
      await page.goto(link)
      await expect(main).toContainText(said('account.confirm.already'))
      await expect(main.getByRole('link', { name: said('nav.learning') })).toBeVisible()
      await context.clearCookies()
      await page.goto(link)
      await expect(main).toContainText(said('account.confirm.already'))
      await expect(main.getByRole('link', { name: said('nav.signIn') })).toBeVisible()
      await expect(main.getByRole('button')).toHaveCount(0)
    })

    test('a link that has changed the password says so, and what to do if it was somebody else', async ({
      page,
      context,
      login,
    }) => {
      const { email } = await login({}, null)
      const link = await linkFrom(page, '/ar/reset-password', email)
      const tabs = [page, await context.newPage()] as const
      for (const tab of tabs) {
        await tab.goto(link)
        await tab.getByLabel(said('fields.password'), { exact: true }).fill(NEW_PASSWORD)
      }
      await tabs[0].getByRole('button', { name: said('account.reset.button') }).click()
      await expect(tabs[0].getByRole('status')).toHaveText(said('account.notices.reset'))
      await tabs[1].getByRole('button', { name: said('account.reset.button') }).click()
      await expect(tabs[1].getByRole('main')).toContainText(said('account.reset.used'))
      await page.goto(link)
      await expect(page.getByRole('main')).toContainText(said('account.reset.used'))
      await expect(page.getByRole('button', { name: said('account.sendLink') })).toBeVisible()
    })
  })
}

test('a link that was never sent tells nothing', async ({ request }) => {
  for (const path of ['confirm', 'reset-password']) {
    const html = await (await request.get(`/fr/${path}?token=${'x'.repeat(43)}`)).text()
    expect(html).toContain(t('fr', 'errors.link-expired'))
  }
})
