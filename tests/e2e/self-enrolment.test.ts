import { COURSE, expect, type Someone, signIn, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'

const said = (key: Parameters<typeof t>[1], values?: Parameters<typeof t>[2]) => t('fr', key, values)

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a cohort opens by code; a learner signs in, asks, is refused, asks again and is accepted', async ({
    page,
    context,
    baseURL,
    login,
    rows,
  }) => {
    const administrator = await login()
    const learner = await login({ nameLatin: 'Salma Berrada' }, null)
    const school = await rows.makeInstitution()
    await rows.empower(administrator, school, ['administrator'])
    const cohort = await rows.makeCohort(administrator, school, COURSE, [])
    const be = (someone: Someone) => signIn(context, someone.cookie, baseURL)
    const press = (name: string) => page.getByRole('main').getByRole('button', { name, exact: true }).click()

    await page.goto(`/fr/cohorts/${cohort}/people`)
    await page.getByRole('link', { name: said('cohorts.entry.change') }).click()
    await page.getByLabel(said('cohorts.entry.way')).selectOption('code')
    await press(said('cohorts.form.save'))
    await expect(page.getByRole('status')).toHaveText(said('cohorts.entry.saved'))
    const address = (await page.locator('.entry-address').textContent()) ?? ''

    await context.clearCookies()
    await page.goto(address)
    await page.getByLabel(said('fields.email')).fill(learner.email)
    await page.getByLabel(said('fields.password'), { exact: true }).fill(learner.password)
    await press(said('nav.signIn'))
    await expect(page).toHaveURL(address)
    await expect(page.getByRole('main')).toContainText(said('join.notSeen'))
    await press(said('join.press.asked'))
    const requests = page.getByRole('region', { name: said('join.requests') })
    await expect(requests).toContainText(said('join.statuses.asked'))

    await be(administrator)
    await page.goto(`/fr/cohorts/${cohort}/people?show=asked`)
    await page.getByRole('link', { name: said('cohorts.people.refuse') }).click()
    await press(said('cohorts.people.refuse'))
    await expect(page.getByRole('alert')).toContainText(said('cohorts.people.reasonNeeded'))
    await page.getByLabel(said('cohorts.people.reason')).fill('Réservée aux attachés')
    await press(said('cohorts.people.refuse'))
    await expect(page.getByRole('status')).toHaveText(said('cohorts.people.done'))

    await be(learner)
    await page.goto('/fr/learning')
    await expect(requests).toContainText('Réservée aux attachés')
    await page.goto('/fr/join')
    const code = new URL(address).searchParams.get('code') ?? ''
    await page.getByLabel(said('join.code')).fill(code.toLowerCase().replace('-', ' '))
    await press(said('join.look'))
    await press(said('join.press.asked'))

    await be(administrator)
    await page.goto(`/fr/cohorts/${cohort}/people?show=asked`)
    await page
      .getByRole('row')
      .getByRole('button', { name: said('cohorts.people.admit') })
      .click()
    await expect(page.getByRole('status')).toHaveText(said('cohorts.people.done'))

    await be(learner)
    await page.goto('/fr/learning')
    await expect(page.getByRole('region', { name: said('learning.today.goals') })).toContainText('Promotion 2026-1')
    await expect(page.getByRole('region', { name: said('join.requests') })).toHaveCount(0)
  })
})
