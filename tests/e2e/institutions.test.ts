import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import type { Course } from '@/domain/course/course'
import { type Day, dayOf, nextDay } from '@/domain/time/day'
import { typeset } from '@/i18n/typography'
import { expect, signIn, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'

const said = (key: Parameters<typeof t>[1], values?: Parameters<typeof t>[2]) => t('fr', key, values)
const shown = (title: string) => typeset(title, 'fr')
const button = (page: Page, name: string) => page.getByRole('button', { name })
const card = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name }).first()

/** The first and the last day of a course: the Monday after next, and a Friday ten weeks on. */
function tenWeeks(): [Day, Day] {
  const today = dayOf(new Date())
  const monday = nextDay(today, 15 - (new Date(today).getUTCDay() || 7))
  return [monday, nextDay(monday, 67)]
}

const open = (page: Page, name: string) => card(page, name).locator('summary').click()

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the platform makes an institution and names its training officer', async ({
    page,
    browser,
    login,
    rows,
    baseURL,
  }) => {
    const officer = await login({ nameLatin: 'Karim Idrissi' }, null)
    const platform = await login()
    await rows.empower(platform, null, ['platform-administrator'])
    await page.goto('/fr/institutions')
    await page.getByRole('link', { name: said('institutions.create') }).click()

    await page.getByLabel(said('fields.nameLatin')).fill('Cour d’appel de Fès')
    await button(page, said('institutions.createButton')).click()
    await expect(page).toHaveTitle(new RegExp(`^${said('fields.errorPrefix')}`))
    await expect(page.getByRole('alert')).toContainText(said('fields.problems.required'))
    await expect(page.getByLabel(said('fields.nameLatin'))).toHaveValue('Cour d’appel de Fès')

    await page.getByLabel(said('fields.kind')).selectOption('court')
    await page.getByLabel(said('fields.nameArabic')).fill('محكمة الاستئناف بفاس')
    await button(page, said('institutions.createButton')).click()
    await expect(page.getByRole('status')).toHaveText(said('institutions.done.created'))

    await page.getByLabel(said('fields.role'), { exact: true }).selectOption('administrator')
    await page.getByLabel(said('fields.email')).fill(platform.email)
    await button(page, said('people.addButton')).click()
    await expect(page.getByLabel(said('fields.email'))).toHaveAccessibleDescription(said('fields.problems.own-account'))
    await expect(page.getByLabel(said('fields.role'), { exact: true })).toHaveValue('administrator')

    for (const email of [`nobody-${randomUUID()}@example.ma`, officer.email]) {
      await page.getByLabel(said('fields.email')).fill(email)
      await page.getByLabel(said('fields.role'), { exact: true }).selectOption('administrator')
      await button(page, said('people.addButton')).click()
      await expect(page.getByRole('status')).toHaveText(said('institutions.done.offered'))
      await expect(card(page, email)).toContainText(said('people.offers.states.waiting'))
    }
    await expect(page.getByRole('main')).not.toContainText('Karim Idrissi')

    const device = await browser.newContext({ javaScriptEnabled: false })
    await signIn(device, officer.cookie, baseURL)
    const his = await device.newPage()
    await his.goto('/fr/learning')
    await his.getByRole('link', { name: said('myInstitutions.noticeLink') }).click()
    await expect(his.getByRole('article')).toContainText('Cour d’appel de Fès')
    await expect(his.getByRole('article')).toContainText(said('myInstitutions.sees.institution'))
    await button(his, said('myInstitutions.offers.accept')).click()
    await expect(his.getByRole('status')).toHaveText(said('myInstitutions.done.accepted'))
    await device.close()

    await page.reload()
    await expect(card(page, 'Karim Idrissi')).toContainText(said('roles.administrator'))
    await button(page, said('people.offers.takeBack')).click()
    await expect(page.getByRole('status')).toHaveText(said('institutions.done.offer-taken-back'))
  })

  test('somebody leaves an institution, after reading what that ends', async ({ page, login, rows }) => {
    const officer = await login()
    const school = await rows.makeInstitution('school', 'Institut de la magistrature')
    await rows.empower(officer, school, ['administrator'])
    const learner = await login({ nameLatin: 'Salma Bennani' })
    await rows.empower(learner, school, ['learner'])

    await page.goto('/fr/account')
    await page.getByRole('link', { name: said('myInstitutions.title') }).click()
    await page.getByRole('link', { name: said('myInstitutions.mine.leave') }).click()
    await expect(page.getByRole('main')).toContainText('Institut de la magistrature')
    await expect(page.getByRole('main')).toContainText(said('myInstitutions.leave.certificates'))
    await button(page, said('myInstitutions.leave.button')).click()
    await expect(page.getByRole('status')).toHaveText(said('myInstitutions.done.left'))
    await expect(page.getByRole('main')).toContainText(said('myInstitutions.mine.none'))
  })

  test('a training officer makes a cohort of two courses, with evenly spaced deadlines', async ({
    page,
    login,
    rows,
    courses,
  }) => {
    const officer = await login()
    const school = await rows.makeInstitution()
    await rows.empower(officer, school, ['administrator'])
    const [first, second] = [courses.fundamentals, courses.detection]
    if (!first || !second) throw new Error('two courses')
    const [monday, friday] = tenWeeks()
    await page.goto(`/fr/institutions/${school}/cohorts/new`)
    await page.getByLabel(said('cohorts.form.name'), { exact: true }).fill('Cycle de deux cours')
    await page.getByLabel(said('cohorts.form.startsOn'), { exact: true }).fill(monday)
    await page.getByLabel(said('cohorts.form.endsOn'), { exact: true }).fill(friday)
    for (const { file } of [second, first]) {
      await page.getByLabel(said('cohorts.form.course')).selectOption(file.id)
      await button(page, said('cohorts.form.add')).click()
    }
    const group = (place: number, { file }: Course) =>
      page.getByRole('group', { name: `${place}. ${shown(file.title.fr)}` })
    await group(2, first)
      .getByRole('button', { name: said('cohorts.form.up') })
      .click()
    await expect(group(1, first)).toBeVisible()
    await button(page, said('cohorts.form.spread')).click()
    await expect(page.getByRole('status')).toHaveText(said('cohorts.form.spreadDone'))
    // The Enter key saves, although other buttons stand before the one that does.
    await page.getByLabel(said('cohorts.form.name'), { exact: true }).press('Enter')

    await expect(page.getByRole('status')).toHaveText(said('cohorts.form.created'))
    for (const { file } of [first, second]) await expect(page.getByRole('main')).toContainText(shown(file.title.fr))
    const manage = page.getByRole('region', { name: said('cohorts.form.actions') })
    await manage.getByRole('link', { name: said('cohorts.form.deadlines') }).click()
    await expect(group(2, second).getByLabel(said('cohorts.form.exam'))).toHaveValue(friday)
  })
})

test('a training officer confirms who a learner is; her certificate says so, and she sees who did it', async ({
  page,
  browser,
  login,
  sit,
  rows,
  baseURL,
}) => {
  const { someone: learner } = await sit({ nameArabic: 'سلمى بناني', nameLatin: 'Salma Bennani', locale: 'fr' })
  const before = new Date()
  await rows.handIn(learner, 'fundamentals', 'right')
  const officer = await login({ nameArabic: 'كريم الإدريسي', nameLatin: 'Karim Idrissi' })
  const school = await rows.makeInstitution('school', 'Institut de la magistrature')
  await rows.empower(officer, school, ['administrator'])
  const cohort = await rows.makeCohort(officer, school, 'fundamentals', [])
  await rows.seat(cohort, learner, before)
  await rows.empower(learner, school, ['learner'])

  await page.goto(`/fr/institutions/${school}/people`)
  await open(page, 'Salma Bennani')
  await button(page, said('people.confirm')).click()
  await expect(page.getByRole('status')).toHaveText(said('institutions.done.confirmed'))
  await expect(card(page, 'Salma Bennani')).toContainText('Karim Idrissi')

  const device = await browser.newContext()
  await signIn(device, learner.cookie, baseURL)
  const hers = await device.newPage()
  await hers.goto('/fr/certificates')
  await expect(hers.getByRole('main')).toContainText('Institut de la magistrature')
  await expect(hers.getByRole('main')).not.toContainText(said('certificate.declared'))
  await hers.goto(`/fr/verify/${(await rows.certificateOf(learner)).number}`)
  await expect(hers.getByRole('main')).toContainText('Institut de la magistrature')
  await hers.goto('/fr/account')
  const seen = hers.getByRole('region', { name: said('account.seen.title') })
  await expect(seen).toContainText(said('audit.acts.identity-confirmed'))
  await expect(seen).toContainText('Karim Idrissi')
  await expect(seen).toContainText('Institut de la magistrature')

  await open(page, 'Salma Bennani')
  await page.getByRole('link', { name: said('people.withdraw') }).click()
  await button(page, said('people.withdraw')).click()
  await expect(page.getByRole('alert')).toContainText(said('fields.problems.required'))
  await page.getByLabel(said('fields.reason')).fill('Homonyme')
  await button(page, said('people.withdraw')).click()
  await expect(page.getByRole('status')).toHaveText(said('institutions.done.withdrawn'))
  await hers.reload()
  await expect(seen).toContainText('Homonyme')
  await device.close()
})

test('a role that has ended opens nothing at the next page', async ({ page, browser, login, rows, baseURL }) => {
  const officer = await login()
  const tutor = await login({ nameLatin: 'Houda Mrabet' }, null)
  const school = await rows.makeInstitution()
  await rows.empower(officer, school, ['administrator'])
  await rows.empower(tutor, school, ['tutor'])
  const device = await browser.newContext()
  await signIn(device, tutor.cookie, baseURL)
  const hers = await device.newPage()
  expect((await hers.goto(`/fr/institutions/${school}`))?.status()).toBe(200)

  await page.goto(`/fr/institutions/${school}/people`)
  await open(page, 'Houda Mrabet')
  await button(page, said('people.end', { role: said('roles.tutor') })).click()
  await expect(page.getByRole('status')).toHaveText(said('institutions.done.ended'))

  expect((await hers.reload())?.status()).toBe(403)
  await device.close()
})

test('staff have a link to their work in the header, and nobody else does', async ({ page, as }) => {
  const link = page.getByRole('banner').getByRole('link', { name: said('desk.work') })
  for (const path of ['/fr/learning', '/fr/account']) {
    await as('administrator')
    await page.goto(path)
    await expect(link).toHaveAttribute('href', '/fr/desk')
    await as('holder')
    await page.goto(path)
    await expect(link).toHaveCount(0)
  }
})
