import type { Browser, Page } from '@playwright/test'
import { usualDay } from '@/domain/survey/survey'
import { give, questionShown } from '../support/e2e/answering'
import { verify } from '../support/e2e/line'
import { type MovedSite, openMovedSite } from '../support/e2e/moved-site'
import { signInAt } from '../support/e2e/sign-in-at'
import { test as base, COURSE, expect, type Someone } from '../support/e2e/test'
import { t, words } from '../support/e2e/texts'
import { linkIn } from '../support/outbox'

const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, locale: 'ar-MA' }
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
/** With her, enough people for the figures to be shown. */
const OTHERS = 4
/** The seminar of `rows.makeSeminar`. */
const TITLE = 'الاستماع إلى الضحية القاصر'

type Key = Parameters<typeof t>[1]
const said = (key: Key, values?: Parameters<typeof t>[2]) => t('ar', key, values)
const main = (page: Page) => page.getByRole('main')
const press = (page: Page, key: Key, values?: Parameters<typeof t>[2]) =>
  main(page)
    .getByRole('button', { name: said(key, values) })
    .click()
const follow = (page: Page, key: Key, values?: Parameters<typeof t>[2]) =>
  main(page)
    .getByRole('link', { name: said(key, values) })
    .first()
    .click()
const heading = (page: Page) => page.getByRole('heading', { level: 1 })

const test = base.extend<{ fits: undefined }, { site: MovedSite }>({
  site: [
    async ({ browserName: _ }, use) => {
      const site = await openMovedSite([COURSE])
      await use(site)
      await site.close()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  rows: [async ({ site }, use) => use(site.rows), { scope: 'worker' }],
  baseURL: async ({ site }, use) => use(site.url),
})
test.use(PHONE)

async function fits(page: Page) {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
}

/** An institution with two administrators, a cohort with a test before its course, and a seminar in its programme. */
async function world({ rows }: MovedSite) {
  const school = await rows.makeInstitution()
  const [founder, organiser] = [await rows.person(), await rows.person({ nameArabic: 'كريم الإدريسي' })]
  await rows.empower(founder, school, ['administrator'])
  const { secret } = await rows.setUpSecondFactor(organiser)
  await rows.empower(organiser, school, ['administrator'])
  const cohort = await rows.makeCohort(founder, school, COURSE, [])
  await rows.drawTests(founder, cohort)
  const her = await rows.person({ nameArabic: 'آمنة بنت الإدريسي', nameLatin: 'Amina Bent El Idrissi' })
  await rows.enrol(her, COURSE)
  const others = await Promise.all(Array.from({ length: OTHERS }, () => rows.person()))
  for (const someone of [her, ...others]) await rows.seat(cohort, someone)
  const begins = new Date(`${dayIn(new Date(Date.now() + 12 * DAY_MS))}T09:00:00Z`)
  const seminar = await rows.makeSeminar(founder, school, { cohortId: cohort, courseId: COURSE, seats: 6, begins })
  for (const someone of others) await rows.takePlace(someone, seminar, 'registered')
  return { school, cohort, seminar, her, others, organiser, secret, begins }
}
type World = Awaited<ReturnType<typeof world>>

/** Goes from the list of seminars to the test before the course, and hands it in. */
async function sitTestBefore(page: Page, site: MovedSite) {
  const course = await site.rows.course(COURSE)
  await page.goto('/ar/seminars')
  await main(page).getByRole('link', { name: TITLE }).tap()
  await expect(heading(page)).toHaveText(TITLE)
  await expect(main(page)).toContainText(said('seminar.states.open'))
  await fits(page)
  await follow(page, 'seminar.tests.before', { course: words(course.file.title, 'ar') })
  await press(page, 'tests.start')
  const question = await questionShown(page, course, 'ar')
  await give(page, question, question.correct, 'ar')
  await press(page, 'exam.next')
  await expect(page).toHaveURL(/\/before\/2$/)
  await page.goto(new URL(page.url()).pathname.replace('/2', ''))
  await press(page, 'tests.handIn')
  await expect(main(page)).toContainText(said('tests.noKey'))
  await expect(main(page)).toContainText(/نتيجتكم: 1 من/)
}

/** Registers, and downloads the event of the seminar for her calendar. */
async function register(page: Page, { seminar, begins }: World) {
  await page.goto(`/ar/seminars/${seminar}`)
  await expect(main(page)).toContainText(said('seminar.seats', { taken: OTHERS, seats: 6 }))
  await follow(page, 'registration.title')
  await expect(main(page)).toContainText(said('registration.left', { count: 2 }))
  await press(page, 'registration.acts.register')
  await expect(main(page)).toContainText(said('registration.registered'))
  await fits(page)
  const calendar = page.waitForEvent('download')
  await follow(page, 'registration.calendar')
  const event = await (await (await calendar).createReadStream()).toArray()
  const ics = Buffer.concat(event).toString().replaceAll('\r\n ', '')
  const start = begins.toISOString().slice(0, 16).replace(/[-:]/g, '')
  expect(ics).toContain(`DTSTART:${start}`)
  expect(ics).toContain(`SUMMARY:${TITLE}`)
  expect(ics).toMatch(/METHOD:PUBLISH/)
  await page.goto(`/ar/seminars/${seminar}`)
  await expect(main(page)).toContainText(said('seminar.standing.registered'))
}

/** The organiser shows the room's screen; she types its code on her telephone, whose clock is an hour slow. */
async function checkIn(page: Page, screen: Page, site: MovedSite, { seminar, her, organiser, secret }: World) {
  await signInAt(screen, 'ar', `/ar/seminars/${seminar}/room`, organiser, { secret, now: site.now() })
  await expect(screen.locator('.room-code')).toBeVisible()
  await expect(main(screen)).toContainText(said('attendance.room.present', { present: 0, registered: 5 }))
  const code = ((await screen.locator('.room-code').textContent()) ?? '').replace(/\D/g, '')
  await page.clock.setFixedTime(new Date(site.now().getTime() - HOUR_MS))
  await signInAt(page, 'ar', '/ar/learning', her)
  await follow(page, 'attendance.checkIn.open')
  await page.getByLabel(said('attendance.checkIn.code')).fill(code)
  await press(page, 'attendance.checkIn.press')
  await expect(main(page)).toContainText(said('attendance.checkIn.said.presentMore'))
  await fits(page)
  await screen.reload()
  await expect(main(screen)).toContainText(said('attendance.room.present', { present: 1, registered: 5 }))
}

/** The organiser ticks the people whom she saw, attests the list and closes it. */
async function closeList(screen: Page, site: MovedSite, { seminar, her, organiser, secret }: World) {
  await signInAt(screen, 'ar', `/ar/seminars/${seminar}/attendance`, organiser, { secret, now: site.now() })
  for (const box of await screen.locator('[name="tick"]').all()) await box.check()
  await press(screen, 'attendance.list.save')
  await expect(main(screen)).toContainText(said('attendance.list.saved'))
  await expect(main(screen)).toContainText(her.nameArabic)
  await screen.getByLabel(said('attendance.close.attest')).check()
  await press(screen, 'attendance.close.press', { count: 1 + OTHERS })
  await expect(screen.getByLabel(said('attendance.close.attest'))).toBeHidden()
  // The attestations are issued in the background, after the response.
  await expect(async () => {
    await screen.reload()
    await expect(main(screen)).toContainText(said('attendance.close.issued', { count: 1 + OTHERS }), { timeout: 1000 })
  }).toPass({ timeout: 90_000 })
}

/** Checks her attestation, and the page that a registrar sees who has its number. */
async function attested(page: Page, browser: Browser, site: MovedSite, { her }: World) {
  await page.goto('/ar/certificates')
  await expect(main(page)).toContainText(said('certificate.kinds.attendance'))
  await expect(main(page)).toContainText(TITLE)
  await fits(page)
  const share = await page.getByRole('link', { name: '/verify/' }).getAttribute('href')
  const number = new URL(share ?? '').pathname.split('/').at(-1) ?? ''
  const registrar = await browser.newPage({ ...PHONE, baseURL: site.url })
  const names = [[her.nameArabic, 'matches'] as const]
  await verify(registrar, { ...her, locale: 'ar', initials: 'آ. ب. إ.' }, number, names)
  await expect(main(registrar)).toContainText(said('certificate.kinds.attendance'))
  await expect(main(registrar)).toContainText(TITLE)
  await registrar.close()
}

/** The organiser sets a survey of the seminar to open. @returns its address. */
async function ask(screen: Page, { school, seminar }: World, kind: 'reaction' | 'later-3', day: string) {
  await screen.goto(`/ar/institutions/${school}/surveys?seminar=${seminar}`)
  await screen.getByLabel(said(`surveys.kinds.${kind}`)).check()
  await press(screen, 'surveys.create')
  await expect(screen.getByLabel(said('fields.opensOn'))).toHaveValue(day)
  await press(screen, 'surveys.schedule')
  await expect(main(screen)).toContainText(said('surveys.done.scheduled'))
  return new URL(screen.url()).pathname
}

/** A person with the link answers and is thanked; then the link is used up. */
async function answer(page: Page, address: string, text = '') {
  await page.goto(address)
  await expect(main(page)).toContainText(said('surveys.answer.anonymous'))
  const levels = page.getByRole('radio', { name: said('surveys.levels.4'), exact: true })
  for (const level of await levels.all()) await level.check()
  if (text) await page.locator('textarea').first().fill(text)
  await fits(page)
  await press(page, 'surveys.answer.send')
  await expect(heading(page)).toHaveText(said('surveys.ends.thanks.title'))
  await page.goto(address)
  await expect(heading(page)).toHaveText(said('surveys.ends.received.title'))
}

/** The newest link of a kind that was mailed to somebody. */
async function mailed(site: MovedSite, { email }: Someone, kind: RegExp, count: number): Promise<string> {
  const links = () =>
    site
      .mailTo(email)
      .map((mail) => linkIn(mail).pathname)
      .filter((link) => kind.test(link))
  await expect.poll(() => links().length, { timeout: 90_000 }).toBe(count)
  return links().at(-1) ?? ''
}

/** The organiser reads the figures of a survey after it has closed. */
async function readFigures(screen: Page, site: MovedSite, survey: string, { organiser, secret }: World) {
  await signInAt(screen, 'ar', survey, organiser, { secret, now: site.now() })
  await expect(main(screen)).toContainText(said('surveys.answers', { count: 1 + OTHERS }))
  await fits(screen)
}

const SURVEY_LINK = /^\/ar\/s\//

test('a learner of a cohort is tested before, registered, present, attested, and surveyed twice', async ({
  page,
  browser,
  context,
  site,
}) => {
  test.setTimeout(400_000)
  const all = await world(site)
  const { her, others, begins, seminar } = all
  const screen = await (await browser.newContext({ ...PHONE, baseURL: site.url })).newPage()
  await context.addCookies([{ name: 'session', value: her.cookie, url: site.url, httpOnly: true, sameSite: 'Lax' }])

  await sitTestBefore(page, site)
  await register(page, all)

  await site.moveTo(new Date(`${dayIn(new Date(begins.getTime() - DAY_MS))}T12:00:00Z`))
  // The letter of her registration, and the reminder of the day before.
  expect(await mailed(site, her, /\/seminars\//, 2)).toBe(`/ar/seminars/${seminar}/registration`)

  const last = new Date(begins.getTime() + DAY_MS + 10 * MINUTE_MS)
  await site.moveTo(new Date(begins.getTime() + 10 * MINUTE_MS))
  await checkIn(page, screen, site, all)
  await site.moveTo(last)
  await checkIn(page, screen, site, all)
  await site.moveTo(new Date(last.getTime() + 4 * HOUR_MS))
  await closeList(screen, site, all)
  await attested(page, browser, site, all)

  const reaction = await ask(screen, all, 'reaction', dayIn(last))
  const threeMonths = usualDay('later-3', dayIn(last), dayIn(last))
  const later = await ask(screen, all, 'later-3', threeMonths)
  for (const someone of others) await answer(screen, await mailed(site, someone, SURVEY_LINK, 1))
  await page.goto(`/ar/seminars/${seminar}/survey/after`)
  await answer(page, new URL(page.url()).pathname, 'المزيد من الحالات التطبيقية')

  await site.moveTo(new Date(`${threeMonths}T12:00:00Z`))
  const telephone = await browser.newPage({ ...PHONE, baseURL: site.url })
  for (const someone of [her, ...others]) await answer(telephone, await mailed(site, someone, SURVEY_LINK, 2))
  await telephone.close()
  await readFigures(screen, site, reaction, all)

  await site.moveTo(new Date(Date.parse(`${threeMonths}T12:00:00Z`) + 31 * DAY_MS))
  await readFigures(screen, site, later, all)
  await screen.context().close()
})

/** The calendar day in Morocco at this time. */
const dayIn = (time: Date) => new Intl.DateTimeFormat('en-CA', { timeZone: 'Africa/Casablanca' }).format(time)
