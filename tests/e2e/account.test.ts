import { readFileSync } from 'node:fs'
import { COURSE, expect, signIn, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'
import { readSiteSettings } from '../support/e2e-settings'
import { linkIn, mailTo } from '../support/outbox'

const said = (key: Parameters<typeof t>[1]) => t('ar', key)

test('she corrects her names before a certificate is issued, and they stay hers', async ({ page, login }) => {
  await login()
  await page.goto('/ar/account#names')
  const names = page.getByRole('region', { name: said('account.names.title') })
  await names.getByLabel(said('fields.nameLatin')).fill('Fatima-Zahra Alaoui')
  await names.getByRole('button', { name: said('fields.save') }).click()
  await expect(names.getByRole('status')).toHaveText(said('account.saved'))

  await page.reload()
  await expect(names.getByLabel(said('fields.nameLatin'))).toHaveValue('Fatima-Zahra Alaoui')
})

test('after issue the names are frozen, and the page says what to do', async ({ page, as, cast }) => {
  await as('holder')
  await page.goto('/ar/account#names')

  const names = page.getByRole('region', { name: said('account.names.title') })
  await expect(names).toContainText(cast.holder.nameArabic)
  await expect(names).toContainText(said('account.names.frozen'))
  await expect(names.getByRole('textbox')).toHaveCount(0)
})

test('signing out everywhere ends the other browsers at their next page', async ({
  page,
  browser,
  login,
  rows,
  baseURL,
}) => {
  const someone = await login()
  const device = await browser.newContext()
  await signIn(device, await rows.anotherSession(someone), baseURL)
  const other = await device.newPage()
  await other.goto('/ar/account')
  await expect(other.getByRole('main')).toContainText(someone.email)

  await page.goto('/ar/account#sessions')
  await page.getByRole('button', { name: said('account.sessions.everywhere') }).click()
  await expect(page.getByRole('status')).toHaveText(said('account.notices.signed-out'))
  await other.goto('/ar/account')
  await expect(other).toHaveURL(/\/ar\/sign-in/)
  await device.close()
})

test('a person ends the session of a lost browser, and stays signed in here', async ({
  page,
  browser,
  login,
  rows,
  baseURL,
}) => {
  const someone = await login()
  const device = await browser.newContext()
  await signIn(device, await rows.anotherSession(someone), baseURL)
  const other = await device.newPage()

  await page.goto('/ar/account#sessions')
  const sessions = page.getByRole('region', { name: said('account.sessions.title') })
  await expect(sessions.getByRole('listitem').getByText(said('account.sessions.here'))).toHaveCount(1)
  await sessions.getByRole('button', { name: said('account.sessions.end') }).click()
  await expect(sessions.getByRole('status')).toHaveText(said('account.sessions.ended'))
  await expect(sessions.getByRole('button', { name: said('account.sessions.end') })).toHaveCount(0)

  await other.goto('/ar/account')
  await expect(other).toHaveURL(/\/ar\/sign-in/)
  await device.close()
})

test('all data about a person can be downloaded as one file', async ({ page, sit }) => {
  const { someone, attempt } = await sit()
  await page.goto('/ar/account#data')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: said('account.data.download') }).click()
  const file = await (await download).path()

  const data = JSON.parse(readFileSync(file, 'utf8'))
  expect(data.Account).toMatchObject([{ email: someone.email, nameArabic: someone.nameArabic }])
  expect(data.Enrolment).toMatchObject([{ courseId: COURSE }])
  expect(data.AttemptQuestion).toHaveLength(attempt.questions.length)
  expect(JSON.stringify(data)).not.toContain('passwordHash')
})

test('a deleted account is gone; its certificate stays verifiable without the name', async ({
  page,
  login,
  rows,
  completeLessons,
  startAttempt,
}) => {
  const someone = await login({ enrolledIn: [COURSE] })
  await completeLessons(someone)
  await startAttempt(someone)
  await rows.handIn(someone, COURSE, 'right')
  const { number, shareToken } = await rows.certificateOf(someone)
  await page.goto('/ar/account#delete')
  const deletion = page.getByRole('region', { name: said('account.delete.title') })
  await expect(deletion).toContainText(said('account.delete.certificates'))
  await deletion.getByLabel(said('fields.current')).fill(someone.password)
  await deletion.getByRole('checkbox', { name: said('account.delete.understood') }).check()
  await deletion.getByRole('button', { name: said('account.delete.button') }).click()
  await expect(page.getByRole('status')).toHaveText(said('account.notices.deleted'))

  await page.goto(`/ar/verify/${number}?key=${shareToken}`)
  await expect(page.getByRole('main')).toContainText(said('verify.status.valid'))
  await expect(page.getByRole('main')).toContainText(said('verify.nameGone'))
  await expect(page.getByRole('main')).not.toContainText(someone.nameLatin)
  await rows.removeCertificate(number)
})

test('a new password is chosen by mail, and the old one no longer works', async ({ page, login }) => {
  const someone = await login({}, null)
  const chosen = 'une robe noire et trois codes'
  await page.goto('/ar/sign-in')
  await page.getByRole('link', { name: said('account.forgot') }).click()
  await page.getByLabel(said('fields.email')).fill(someone.email)
  await page.getByRole('button', { name: said('account.sendLink') }).click()
  await expect(page.getByRole('status')).toHaveText(said('account.confirm.sent'))
  await expect.poll(() => mailTo(someone.email, readSiteSettings().DATA_DIR).length).toBe(1)

  await page.goto(linkIn(mailTo(someone.email, readSiteSettings().DATA_DIR)[0]).href)
  await page.getByLabel(said('fields.password'), { exact: true }).fill(chosen)
  await page.getByRole('button', { name: said('account.reset.button') }).click()
  await expect(page.getByRole('status')).toHaveText(said('account.notices.reset'))
  const signInWith = async (password: string) => {
    await page.getByLabel(said('fields.email')).fill(someone.email)
    await page.getByLabel(said('fields.password'), { exact: true }).fill(password)
    await page
      .getByRole('main')
      .getByRole('button', { name: said('nav.signIn') })
      .click()
  }
  await signInWith(someone.password)
  await expect(page.getByRole('alert', { name: said('errors.title') })).toContainText(said('errors.wrong-credentials'))
  await signInWith(chosen)
  await expect(page).toHaveURL('/ar/learning')
})

test('a calendar reads the reminder at an address that the learner makes, until she ends it', async ({
  page,
  login,
  request,
}) => {
  await login({ enrolledIn: [COURSE] })
  await page.goto(`/ar/learning/reminders?course=${COURSE}`)
  await page.getByLabel(said('fields.weekday')).selectOption('fri')
  await page.getByRole('button', { name: said('reminders.save') }).click()
  await expect(page.getByRole('status')).toHaveText(said('reminders.saved'))
  await page.getByRole('button', { name: said('calendar.make') }).click()
  const address = (await page.locator('.address').textContent()) ?? ''

  const calendar = await request.get(address)
  expect(calendar.headers()['content-type']).toBe('text/calendar; charset=utf-8')
  expect(calendar.headers()['cache-control']).toMatch(/^private/)
  expect((await calendar.text()).match(/BEGIN:VEVENT/g)).toHaveLength(8)
  expect((await request.head(address)).status()).toBe(200)
  await page.getByRole('button', { name: said('calendar.end') }).click()
  await expect(page.getByRole('status')).toHaveText(said('calendar.ended'))
  expect((await request.get(address)).status()).toBe(404)
})
