import { symlinkSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { parseDocument } from 'yaml'
import { LANGUAGE_NAMES } from '@/components/shell/language-names'
import { dayOf } from '@/domain/time/day'
import { contentRepository } from '../support/content-repository'
import { type MovedSite, openMovedSite } from '../support/e2e/moved-site'
import { signInAt } from '../support/e2e/sign-in-at'
import { test as base, COURSE, expect, type Someone } from '../support/e2e/test'
import { t } from '../support/e2e/texts'

type Files = ReturnType<typeof contentRepository>
type Key = Parameters<typeof t>[1]
const said = (key: Key, values?: Parameters<typeof t>[2]) => t('fr', key, values)
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

const FOLDER = `courses/${COURSE}`
/** The lesson that is corrected, and the one that is signed without a change. */
const [CORRECTED, SIGNED] = ['offence', 'framework']
const lessonAt = (lesson: string) => `/fr/courses/${COURSE}/lessons/${lesson}`
const deskAt = (lesson: string) => `/fr/review/lesson/${COURSE}~${lesson}/fr`
/** What is corrected: a sentence of the lesson, and the key of its first question. */
const [WAS, IS] = ['L’enjeu est criminel', 'L’enjeu est donc criminel']
const [KEY, OTHER_KEY] = ['correct: ["true"]', 'correct: ["false"]']
/** The body of the reviewers whom `rows.empower` makes. */
const BODY = 'Cour d’appel de Fès'

const test = base.extend<{ files: Files }, { site: MovedSite }>({
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
  files: async ({ browserName: _ }, use) => {
    const files = contentRepository('courses')
    // The commands bring the database up to date first.
    symlinkSync(path.resolve('prisma'), path.join(files.root, 'prisma'))
    files.write('.git/info/exclude', 'prisma\n')
    await use(files)
    files.discard()
  },
})

/** A learner of a running cohort who has read the course, and two reviewers. */
async function world({ rows }: MovedSite) {
  const school = await rows.makeInstitution()
  const founder = await rows.person()
  await rows.empower(founder, school, ['administrator'])
  const cohort = await rows.makeCohort(founder, school, COURSE, [])
  const her = await rows.person({ locale: 'fr' })
  await rows.enrol(her, COURSE)
  await rows.completeLessons(her, COURSE, 2)
  await rows.seat(cohort, her)
  const reviewer = async (nameLatin: string) => {
    const someone = await rows.person({ locale: 'fr', nameLatin })
    const { secret } = await rows.setUpSecondFactor(someone)
    await rows.empower(someone, null, ['reviewer'])
    return { someone, secret }
  }
  return { her, author: await reviewer('Souad Iftiradi'), colleague: await reviewer('Nabil Iftiradi') }
}

async function reportError(page: Page) {
  await page.goto(lessonAt(CORRECTED))
  await follow(page, 'errorReport.linkLesson')
  await page.getByLabel(said('fields.errorKind')).selectOption('wording')
  await page.getByLabel(said('fields.errorText')).fill('La suite de la phrase en dépend.')
  await press(page, 'errorReport.send')
  await expect(main(page).getByRole('status')).toHaveText(said('errorReport.sent'))
}

/** Goes from the entry of the lesson in the queue of the course to its French text. */
async function openFromQueue(page: Page, title: string) {
  await page.goto(`/fr/review?part=course:${COURSE}`)
  const entry = page
    .locator('.queue-texts > li')
    .filter({ has: page.getByRole('link', { name: title, exact: true }) })
    .first()
  await expect(entry).toContainText(said('editorial.queue.errorCount', { count: '1' }))
  await entry.getByRole('link', { name: title, exact: true }).click()
  await main(page)
    .getByRole('list', { name: said('editorial.text.signatures') })
    .getByRole('link', { name: LANGUAGE_NAMES.fr })
    .click()
  await expect(page).toHaveURL(deskAt(CORRECTED))
}

async function proposeSentence(page: Page) {
  const block = page.locator('.text-block').filter({ hasText: WAS }).first()
  await block.getByRole('link', { name: said('editorial.text.write') }).click()
  const wording = page.getByRole('textbox', { name: said('fields.wordingText') })
  await wording.fill((await wording.inputValue()).replace(WAS, IS))
  await page.getByRole('textbox', { name: said('fields.wordingReason') }).fill('La suite de la phrase en dépend.')
  await press(page, 'editorial.text.propose')
  await expect(main(page)).toContainText(said('editorial.text.done.proposed'))
}

async function proposeKey(page: Page) {
  await main(page)
    .getByRole('link', { name: said('editorial.source.title'), exact: true })
    .click()
  await main(page)
    .getByRole('link', { name: `${FOLDER}/${CORRECTED}/practice.yaml` })
    .click()
  const source = page.getByRole('textbox', { name: said('fields.sourceText') })
  await source.fill((await source.inputValue()).replace(KEY, OTHER_KEY))
  await page.getByRole('textbox', { name: said('fields.sourceSummary') }).fill('La réponse attendue de la question 1')
  await page.getByRole('textbox', { name: said('fields.wordingReason') }).fill('La clé était fausse.')
  await press(page, 'editorial.source.save')
  await expect(main(page)).toContainText(said('editorial.text.done.proposed'))
}

async function sign(page: Page) {
  await page.goto(deskAt(SIGNED))
  await press(page, 'editorial.text.atEnd')
  await follow(page, 'editorial.text.signAs', { area: said('editorial.areas.legal'), language: LANGUAGE_NAMES.fr })
  await page.getByLabel(said('editorial.text.tick', { language: LANGUAGE_NAMES.fr })).check()
  await press(page, 'editorial.text.sign')
  await expect(main(page)).toContainText(said('editorial.text.done.signed'))
}

/** Accepts the first open proposal in the list; the order does not matter, since all of them are accepted. */
async function accept(page: Page) {
  await page.goto(`${deskAt(CORRECTED)}?view=history`)
  const open = page.locator('.text-history > li').filter({ hasText: said('editorial.text.proposalStates.open') })
  await open.first().getByRole('link').click()
  await press(page, 'editorial.text.decideNow')
  await expect(main(page)).toContainText(said('editorial.text.done.decided'))
}

/** Exports the signature and the accepted proposals into the files, which name nobody. */
function exported(site: MovedSite, files: Files, { author, colleague }: Awaited<ReturnType<typeof world>>) {
  const { code, out, err } = site.run(files.root, 'review-export')
  expect(code, err).toBe(0)
  expect(out).toContain('1 sign-offs written')
  expect(out).toContain('2 proposals exported, 0 left')
  expect(files.read(`${FOLDER}/${CORRECTED}/fr.md`)).toContain(IS)
  expect(files.read(`${FOLDER}/${CORRECTED}/practice.yaml`)).toContain(OTHER_KEY)
  const ledger = files.read(`${FOLDER}/${SIGNED}/signoff.yaml`)
  expect(ledger).toContain(BODY)
  const written = [ledger, ...files.commits().map(files.message)].join('\n')
  for (const { someone } of [author, colleague]) expect(written).not.toContain(someone.nameLatin)
}

/** The operator publishes the release, and marks the change of the sentence as a correction. */
function publish(site: MovedSite, files: Files) {
  const course = parseDocument(files.read(`${FOLDER}/course.yaml`))
  const what = { ar: 'إصلاح جملة وجواب', fr: 'Une phrase et une réponse', en: 'A sentence and an answer' }
  course.addIn(['corrections'], course.createNode({ id: 'stakes', date: dayOf(new Date()), what }))
  files.write(`${FOLDER}/course.yaml`, String(course))
  const asked = site.run(files.root, 'course-publish', COURSE)
  expect(asked.code).toBe(1)
  const mark = /- lesson: offence\n {2}hash: \w+\n {2}weight: /.exec(asked.out)?.[0]
  files.write(`${FOLDER}/changes.yaml`, `${mark}correction\n`)
  expect(site.run(files.root, 'course-publish', COURSE)).toMatchObject({ code: 0 })
}

async function isTold(page: Page, site: MovedSite, her: Someone) {
  const address = `/fr/courses/${COURSE}/corrections`
  const letters = () => site.mailTo(her.email).filter((mail) => mail.includes(address))
  await expect.poll(() => letters().length, { timeout: 90_000 }).toBe(1)
  await page.goto('/fr/learning')
  await follow(page, 'corrections.noticeLink')
  await expect(page).toHaveURL(address)
  await expect(main(page)).toContainText(WAS)
  await expect(main(page)).toContainText(IS)
  await expect(main(page)).toContainText(said('corrections.answer', { question: '' }).split(/\s:/)[0] ?? '')

  await page.goto(lessonAt(CORRECTED))
  await expect(main(page)).toContainText(said('corrections.here'))
  await expect(main(page)).toContainText(IS)
  await page.goto(lessonAt(SIGNED))
  await expect(main(page)).toContainText(BODY)

  await page.goto(address)
  await press(page, 'corrections.note')
  await page.goto('/fr/learning')
  await expect(main(page)).not.toContainText(said('corrections.noticeLink'))
}

test('a lesson is signed, a sentence and a key are corrected, and a learner of a running cohort is told', async ({
  page,
  browser,
  context,
  site,
  files,
}) => {
  test.setTimeout(400_000)
  const all = await world(site)
  const { her, author, colleague } = all
  await context.addCookies([{ name: 'session', value: her.cookie, url: site.url, httpOnly: true, sameSite: 'Lax' }])
  await reportError(page)

  // The whole desk is used without JavaScript.
  const desk = await browser.newPage({ baseURL: site.url, javaScriptEnabled: false })
  await signInAt(desk, 'fr', '/fr/review', author.someone, { secret: author.secret, now: site.now() })
  const lesson = (await site.rows.course(COURSE)).lessons.find(({ file }) => file.id === CORRECTED)
  await openFromQueue(desk, lesson?.file.title.fr ?? '')
  await proposeSentence(desk)
  await proposeKey(desk)
  await sign(desk)
  await signInAt(desk, 'fr', '/fr/review', colleague.someone, { secret: colleague.secret, now: site.now() })
  await accept(desk)
  await accept(desk)
  await desk.close()

  exported(site, files, all)
  publish(site, files)
  await site.moveTo(site.now())
  await isTold(page, site, her)
})
