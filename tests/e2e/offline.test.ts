import type { BrowserContext, Locator, Page } from '@playwright/test'
import type { Course } from '@/domain/course/course'
import { briefsOfCourse } from '@/domain/library/briefs-of-course'
import type { Locale } from '@/domain/locale'
import { give } from '../support/e2e/answering'
import { ownSite } from '../support/e2e/own-site'
import { firstChoice, practiceCard } from '../support/e2e/reading'
import { COURSE, expect, PUBLIC_COURSE, signIn, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'

// The errors that a browser logs for a request without a network, and for one that it aborted to open another page.
test.use({ provokes: /ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_ABORTED|ERR_CONNECTION_REFUSED|503 .*offline$/ })

const coursePath = (locale: Locale, course = COURSE) => `/${locale}/courses/${course}`
const section = (page: Page, locale: Locale) => page.getByRole('region', { name: t(locale, 'kept.title') })

/** Keeps the course of the page, and waits until it is kept. */
async function keep(page: Page, locale: Locale, course = COURSE) {
  await page.goto(coursePath(locale, course))
  const keeping = section(page, locale)
  await keeping.scrollIntoViewIfNeeded()
  await prepare(keeping, locale)
  await keeping.getByRole('button', { name: t(locale, 'kept.keep') }).click()
  await expect(keeping.getByText(t(locale, 'kept.done'))).toBeVisible({ timeout: 90_000 })
}

/** Asks for the size of the copy; only then can she keep it. */
async function prepare(keeping: Locator, locale: Locale) {
  await keeping.getByRole('button', { name: t(locale, 'kept.ask') }).click()
  await expect(keeping.locator('[data-part="size"]')).toContainText(/\d/)
}

/** The caches, the service workers and the keys in local storage that this browser keeps of the site. */
async function keptIn(page: Page) {
  return page.evaluate(async () => ({
    stores: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    waiting: Object.keys(localStorage).filter((name) => name.startsWith('kept')),
  }))
}

/** The answers and the completions that the browser sends of its own accord. */
function sentBy(context: BrowserContext) {
  const sent: { practice?: object; lessonId: string }[] = []
  context.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/lessons/offline')) sent.push(request.postDataJSON())
  })
  return sent
}

const state = (within: Locator) => within.locator('[data-kept-state]')

test('without a network the worksheet opens at its usual address, and works', async ({ page, context, login }) => {
  await login({ enrolledIn: [COURSE], locale: 'ar' })
  await keep(page, 'ar')
  await context.setOffline(true)

  await page.goto('/ar/practice/worksheet')
  await expect(page).toHaveURL(/\/practice\/worksheet\/kept$/)
  await page.locator('[name="general.fear"][value="present"]').check({ force: true })
  await expect(page.locator('[data-mark="present"] dd')).toHaveCount(1)
  await expect(page.locator('.to-report')).toBeVisible()
  await expect(page.locator('.kept-says')).toBeVisible()
  await expect(page.getByRole('button', { name: t('ar', 'worksheet.print') })).toBeVisible()
})

test('without a network a brief opens from the list of the kept course and at its usual address, with its styles', async ({
  page,
  context,
  login,
  library,
}) => {
  const [brief] = briefsOfCourse(library, COURSE)
  await login({ enrolledIn: [COURSE], locale: 'ar' })
  await keep(page, 'ar')
  await context.setOffline(true)

  await page.goto(coursePath('ar'))
  await page.getByRole('link', { name: brief?.title.ar, exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`/library/briefs/${brief?.id}/kept$`))
  await page.goto(`/ar/library/briefs/${brief?.id}`)
  await expect(page).toHaveURL(new RegExp(`/library/briefs/${brief?.id}/kept$`))
  await expect(page.locator('.kept-says')).toBeVisible()
  expect(await page.locator('.brief').evaluate((sheet) => getComputedStyle(sheet).display)).toBe('grid')
  const degree = page.locator('.degree').first()
  await degree.click()
  await expect(degree.getByRole('radio')).toBeChecked()
})

for (const locale of ['ar', 'fr'] as const) {
  test(`without a network every kept lesson opens, by links and at its usual address (${locale})`, async ({
    page,
    context,
    login,
    course,
  }) => {
    await login({ enrolledIn: [COURSE], locale })
    await keep(page, locale)
    await context.setOffline(true)

    await section(page, locale)
      .getByRole('link', { name: t(locale, 'kept.open') })
      .click()
    await expect(page).toHaveURL(new RegExp(`${coursePath(locale)}/kept$`))
    await page.getByRole('main').getByRole('listitem').first().getByRole('link').click()
    for (const [place, { file }] of course.lessons.entries()) {
      await expect(page).toHaveURL(new RegExp(`/kept/${file.id}$`))
      await expect(page.locator('.kept-says').first()).toBeVisible()
      await expect(page.locator('.lesson .block').first()).toBeVisible()
      // The styles are in the copy too.
      expect(await page.locator('.lesson-end').evaluate((end) => getComputedStyle(end).borderBlockStartStyle)).toBe(
        'solid',
      )
      if (place < course.lessons.length - 1)
        await page
          .getByRole('navigation', { name: t(locale, 'lesson.between') })
          .getByRole('link')
          .last()
          .click()
    }
    await page.goto(`${coursePath(locale)}/lessons/${course.file.outline[1]}`)
    await expect(page).toHaveURL(new RegExp(`/kept/${course.file.outline[1]}$`))

    // Instead of a page that is not kept, the list of the kept lessons is shown.
    await page.goto(`/${locale}/account`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t(locale, 'kept.offline.title'))
    await expect(page.locator('[data-copies] li')).toHaveCount(course.lessons.length)
    await page.goto('/en/courses')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('en', 'kept.offline.title'))
    // The page to which “leave this page quickly” leads is never replaced by one of our pages.
    await expect(page.goto('/leave.html')).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/)
    await context.setOffline(false)
    // The browser tells its service worker a moment later than its page that there is a network again.
    await expect(async () => {
      await page.goto(`/${locale}/account`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t(locale, 'nav.account'), { timeout: 1000 })
    }).toPass()
  })
}

test('a kept lesson leads to the site as soon as there is a network', async ({ page, context, login, course }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await login({ enrolledIn: [COURSE], locale: 'ar' })
  const lesson = course.file.outline[1]
  await keep(page, 'ar')
  await context.setOffline(true)
  await page.goto(`${coursePath('ar')}/kept/${lesson}`)
  const onSite = page.getByRole('status').getByRole('link', { name: t('ar', 'kept.online') })
  const logo = page.getByRole('banner').getByRole('link')
  await expect(logo).toHaveAttribute('href', /\/ar\/offline$/)
  await expect(onSite).toBeHidden()

  await page.locator('#lesson-end').scrollIntoViewIfNeeded()
  await context.setOffline(false)
  await expect(onSite).toBeInViewport()
  await expect(logo).toHaveAttribute('href', '/ar')
  await context.setOffline(true)
  await expect(onSite).toBeHidden()
  await context.setOffline(false)
  await onSite.click()
  await expect(page).toHaveURL(new RegExp(`${coursePath('ar')}/lessons/${lesson}$`))

  await page.goto(`${coursePath('ar')}/kept/${lesson}`)
  await expect(onSite).toBeInViewport()
  await logo.click()
  await expect(page).toHaveURL(/\/ar$/)
})

test('an answer without a network is sent once, even with two tabs, and its feedback is on the site', async ({
  page,
  context,
  login,
  course,
}) => {
  await login({ enrolledIn: [COURSE], locale: 'fr' })
  const { lesson, question } = firstChoice(course)
  const kept = `${coursePath('fr')}/kept/${lesson.file.id}`
  await keep(page, 'fr')
  const sent = sentBy(context)
  await context.setOffline(true)

  await page.goto(kept)
  const card = practiceCard(page, question, 'fr')
  await give(card, question, question.correct, 'fr')
  await card.getByRole('button', { name: t('fr', 'practice.check') }).click()
  await expect(state(card)).toContainText(t('fr', 'kept.state.no-network'))
  const done = page.locator('form[data-done]')
  await done.getByRole('button').click()
  await expect(state(done)).toHaveText(t('fr', 'kept.state.no-network'))
  // The answer is also shown in another tab of the same browser.
  const other = await context.newPage()
  await other.goto(kept)
  await expect(state(practiceCard(other, question, 'fr'))).toContainText(t('fr', 'kept.state.no-network'))
  expect(sent.filter(({ practice }) => practice)).toEqual([])

  await context.setOffline(false)
  await expect(state(card)).toContainText(t('fr', 'kept.state.saved'))
  // If the lesson has other questions, it is not completed yet, and the page says so.
  const outcome = lesson.practice.length > 1 ? 'kept.state.unfinished' : 'kept.state.saved'
  await expect(state(done)).toContainText(t('fr', outcome))
  await expect(state(practiceCard(other, question, 'fr'))).toContainText(t('fr', 'kept.state.saved'))
  await other.close()
  expect(sent.map(({ practice }) => practice !== undefined)).toEqual([true, false])

  await state(card).getByRole('link').click()
  await expect(page).toHaveURL(new RegExp(`/lessons/${lesson.file.id}#quiz-${question.id}$`))
  await expect(practiceCard(page, question, 'fr').getByRole('status')).toContainText(t('fr', 'practice.correct'))
  // The page of the course tells of a refused act until she presses “understood”.
  if (lesson.practice.length > 1) {
    await page.goto(coursePath('fr'))
    await expect(section(page, 'fr').getByText(t('fr', 'kept.waits.unfinished'))).toBeVisible()
    await section(page, 'fr')
      .getByRole('button', { name: t('fr', 'kept.understood') })
      .click()
    await expect(section(page, 'fr').getByText(t('fr', 'kept.waits.unfinished'))).toBeHidden()
  }
  expect((await keptIn(page)).waiting).toEqual(['kept-owner'])
})

test('a waiting answer is sent when its owner signs in again, and never from another account', async ({
  page,
  context,
  login,
  baseURL,
  course,
}) => {
  const her = await login({ enrolledIn: [COURSE], locale: 'fr' })
  const { lesson, question } = firstChoice(course)
  await keep(page, 'fr')
  const sent = sentBy(context)
  await context.setOffline(true)
  await page.goto(`${coursePath('fr')}/kept/${lesson.file.id}`)
  const card = practiceCard(page, question, 'fr')
  await give(card, question, question.correct, 'fr')
  await card.getByRole('button', { name: t('fr', 'practice.check') }).click()
  await expect(state(card)).toContainText(t('fr', 'kept.state.no-network'))

  await context.clearCookies()
  await login({ enrolledIn: [COURSE], locale: 'fr' })
  await page.goto('about:blank')
  await context.setOffline(false)
  const asked = page.waitForResponse('**/api/account/owner')
  await page.goto('/fr/learning')
  await asked
  await page.goto(coursePath('fr'))
  await expect(section(page, 'fr')).toBeVisible()
  expect(sent).toEqual([])

  await context.clearCookies()
  await signIn(context, her.cookie, baseURL)
  // Her queue is found by the key of her account, which this browser gets again once she is signed in again.
  const arrived = page.waitForResponse('**/api/lessons/offline')
  await page.goto(coursePath('fr'))
  await arrived
  // A page that is left before it has noted the answer sends it again, which changes nothing.
  await expect.poll(async () => (await keptIn(page)).waiting).toEqual(['kept-owner'])
  await page.goto('/fr/learning')
  expect(sent).toHaveLength(1)
  await page.goto(`${coursePath('fr')}/lessons/${lesson.file.id}`)
  await expect(practiceCard(page, question, 'fr').getByRole('status')).toContainText(t('fr', 'practice.correct'))
})

test('signing out leaves nothing on the device, and says first what it would delete', async ({
  page,
  context,
  login,
  course,
}) => {
  await login({ enrolledIn: [COURSE], locale: 'fr' })
  const { lesson, question } = firstChoice(course)
  await keep(page, 'fr')
  const before = await keptIn(page)
  expect([before.stores.length, before.workers]).toEqual([1, 1])
  await context.setOffline(true)
  await page.goto(`${coursePath('fr')}/kept/${lesson.file.id}`)
  const card = practiceCard(page, question, 'fr')
  await give(card, question, question.correct, 'fr')
  await card.getByRole('button', { name: t('fr', 'practice.check') }).click()
  await expect(state(card)).toContainText(t('fr', 'kept.state.no-network'))
  await page.goto('about:blank')
  await context.setOffline(false)

  // The site does not accept the answer, so it cannot be sent before she signs out.
  await context.route('**/api/lessons/offline', (route) => route.fulfill({ status: 503 }))
  await page.goto('/fr/account')
  const signOut = page.getByRole('main').getByRole('button', { name: t('fr', 'nav.signOut'), exact: true })
  await signOut.click()
  await expect(page.getByText(t('fr', 'kept.unsent'))).toBeVisible()
  const answered = page.waitForResponse(
    (response) => response.request().method() === 'POST' && response.url().endsWith('/fr/account'),
  )
  await signOut.click()
  expect(await (await answered).headerValue('clear-site-data')).toBe('"cache", "storage"')
  await expect(page).toHaveURL(/\/fr\/sign-in\?notice=signed-out$/)
  await expect.poll(() => keptIn(page)).toEqual({ stores: [], workers: 0, waiting: [] })
})

test('signing out of a browser without our script leaves nothing either', async ({ page, context, login }) => {
  await login({ enrolledIn: [COURSE], locale: 'fr' })
  await keep(page, 'fr')
  await context.route('**/assets/leave-device-*.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: '' }),
  )
  await page.goto('/fr/account')
  await page
    .getByRole('main')
    .getByRole('button', { name: t('fr', 'nav.signOut'), exact: true })
    .click()
  await expect(page).toHaveURL(/\/fr\/sign-in\?notice=signed-out$/)
  await expect.poll(() => keptIn(page)).toEqual({ stores: [], workers: 0, waiting: [] })
})

test('a copy that fails half-way leaves nothing of itself, and keeps the copy before it', async ({
  page,
  context,
  login,
}) => {
  await login({ enrolledIn: [COURSE], locale: 'fr' })
  await page.goto(coursePath('fr'))
  const keeping = section(page, 'fr')
  await prepare(keeping, 'fr')
  let asked = 0
  await context.route('**/kept/*', (route) => (++asked > 2 ? route.abort('internetdisconnected') : route.continue()))
  await keeping.getByRole('button', { name: t('fr', 'kept.keep') }).click()
  await expect(keeping.getByText(t('fr', 'kept.failed.no-network'))).toBeVisible()
  expect((await keptIn(page)).stores).toEqual([])
  await context.unrouteAll()

  await prepare(keeping, 'fr')
  await keeping.getByRole('button', { name: t('fr', 'kept.keep') }).click()
  await expect(keeping.getByText(t('fr', 'kept.done'))).toBeVisible({ timeout: 90_000 })
  const { stores } = await keptIn(page)
  // From now on the site reports a newer version of the copy.
  await context.route('**/api/courses/*/kept*', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ json: { ...(await response.json()), version: 'newer' } })
  })
  await page.reload()
  await expect(keeping.getByText(t('fr', 'kept.newer'))).toBeVisible()
  await context.route('**/kept/*', (route) => route.abort('internetdisconnected'))
  await keeping.getByRole('button', { name: t('fr', 'kept.update') }).click()
  await expect(keeping.getByText(t('fr', 'kept.failed.no-network'))).toBeVisible()
  expect((await keptIn(page)).stores).toEqual(stores)

  await context.unroute('**/kept/*')
  await keeping.getByRole('button', { name: t('fr', 'kept.update') }).click()
  await expect(keeping.getByText(t('fr', 'kept.done'))).toBeVisible({ timeout: 90_000 })
  const renewed = (await keptIn(page)).stores
  expect([renewed.length, renewed[0]?.includes(' newer ')]).toEqual([1, true])

  await keeping.getByRole('button', { name: t('fr', 'kept.remove') }).click()
  await expect(keeping.getByRole('button', { name: t('fr', 'kept.ask') })).toBeFocused()
  const { stores: left, workers } = await keptIn(page)
  expect([left, workers]).toEqual([[], 0])
})

test('a copy on a full device fails with a message', async ({ page, context, login }) => {
  await login({ enrolledIn: [COURSE], locale: 'fr' })
  await context.addInitScript(() => {
    Cache.prototype.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'))
  })
  await page.goto(coursePath('fr'))
  await prepare(section(page, 'fr'), 'fr')
  await section(page, 'fr')
    .getByRole('button', { name: t('fr', 'kept.keep') })
    .click()
  await expect(section(page, 'fr').getByText(t('fr', 'kept.failed.full'))).toBeVisible()
})

test('a public course is kept without an account, keeps no answer, and gives its feedback with a network', async ({
  page,
  context,
  courses,
}) => {
  await keep(page, 'fr', PUBLIC_COURSE)
  const { lesson, question } = firstChoice(courses[PUBLIC_COURSE] as Course)
  await context.setOffline(true)
  await page.goto(`${coursePath('fr', PUBLIC_COURSE)}/kept/${lesson.file.id}`)
  const card = practiceCard(page, question, 'fr')
  await give(card, question, question.correct, 'fr')
  await card.getByRole('button', { name: t('fr', 'practice.check') }).click()
  await expect(card.getByRole('alert')).toHaveText(t('fr', 'kept.feedbackLater'))
  await expect(page.locator('form[data-done]')).toHaveCount(0)

  await context.setOffline(false)
  await card.getByRole('button', { name: t('fr', 'practice.check') }).click()
  await expect(card.getByRole('status')).toContainText(t('fr', 'practice.correct'))
  expect((await keptIn(page)).waiting).toEqual([])
})

test('a deployment can withdraw the worker: it deletes the copies and itself', async ({ page, login }) => {
  await login({ enrolledIn: [COURSE], locale: 'fr' })
  const site = await ownSite()
  let now = site
  try {
    await page.goto(`${site.url}${coursePath('fr')}`)
    await prepare(section(page, 'fr'), 'fr')
    await section(page, 'fr')
      .getByRole('button', { name: t('fr', 'kept.keep') })
      .click()
    await expect(section(page, 'fr').getByText(t('fr', 'kept.done'))).toBeVisible({ timeout: 90_000 })
    await site.stop()
    now = { ...site, ...(await ownSiteAt(site.url)) }

    await page.goto(`${site.url}${coursePath('fr')}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(section(page, 'fr')).toHaveCount(0)
    await expect
      .poll(async () => {
        const { stores, workers } = await keptIn(page)
        return { stores, workers }
      })
      .toEqual({ stores: [], workers: 0 })
    expect((await page.request.get(`${site.url}${coursePath('fr')}/kept`)).status()).toBe(404)
  } finally {
    await now.stop()
  }
})

/** The same site at the same address, with a setting by which no device may keep a course. */
function ownSiteAt(url: string) {
  return ownSite({ PORT: new URL(url).port, PUBLIC_URL: url, OFFLINE_COPIES: '0' })
}

test('the service worker is revalidated at each visit, and may connect only to the site', async ({ request }) => {
  const response = await request.get('/worker.js')
  expect(response.status()).toBe(200)
  expect(response.headers()).toMatchObject({
    'content-type': expect.stringMatching(/^text\/javascript/),
    'cache-control': 'no-cache',
    'content-security-policy': "default-src 'none'; connect-src 'self'",
    'x-content-type-options': 'nosniff',
  })
})

test.describe('a course that no device may keep any more', () => {
  test.use({ provokes: /404/ })

  test('is gone from a device with a network, once one of its kept pages was opened', async ({ page }) => {
    const kept = '/fr/courses/closed-since/kept'
    await page.goto('/fr/about')
    await page.evaluate(async (address) => {
      const cache = await caches.open('kept closed-since fr v1 1')
      await cache.put(address, new Response('<h1>Copie</h1>', { headers: { 'content-type': 'text/html' } }))
      await cache.put('/kept-copy', Response.json({ course: 'closed-since', locale: 'fr', version: 'v1', lessons: [] }))
      await navigator.serviceWorker.register('/worker.js')
      await navigator.serviceWorker.ready
    }, kept)
    await page.goto(kept)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Copie')

    await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([])
    expect((await page.goto(kept))?.status()).toBe(404)
  })
})
