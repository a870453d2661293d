import type { Page } from '@playwright/test'
import type { Course } from '@/domain/course/course'
import type { Locale } from '@/domain/locale'
import type { Role } from '../e2e/cast'
import { t } from '../e2e/texts'
import { readSiteSettings } from '../e2e-settings'
import { linkIn, mailTo } from '../outbox'
import type { Place } from './access'

// The declarations of the routes are read outside of Playwright too, so what needs it is imported when an act begins.

/** One wrong and one right answer, so that both kinds of feedback appear. */
export async function answerPractice(on: Page, course: Course | undefined, locale: Locale) {
  const [{ give, wrongAnswer }, { practiceCard }] = await Promise.all([
    import('../e2e/answering'),
    import('../e2e/reading'),
  ])
  const [first, second] = course?.lessons[0]?.practice ?? []
  if (!first || !second) throw new Error('the first lesson has too little practice')
  for (const [question, answer] of [
    [first, wrongAnswer(first)],
    [second, second.correct],
  ] as const) {
    const card = practiceCard(on, question, locale)
    await give(card, question, answer, locale)
    await card.getByRole('button', { name: t(locale, 'practice.check') }).click()
    await card.getByRole('status').waitFor()
  }
}

/** A wrong answer to the question of the step that is shown. */
export async function answerStep(on: Page, course: Course | undefined, locale: Locale) {
  const [{ give, wrongAnswer }, { practiceCard }] = await Promise.all([
    import('../e2e/answering'),
    import('../e2e/reading'),
  ])
  const id = (await on.locator('.practice').first().getAttribute('id'))?.replace('quiz-', '')
  const question = course?.lessons.flatMap(({ practice }) => practice).find((each) => each.id === id)
  if (!question) throw new Error('the step has no question')
  const card = practiceCard(on, question, locale)
  await give(card, question, wrongAnswer(question), locale)
  await card.getByRole('button', { name: t(locale, 'practice.check') }).click()
  await card.getByRole('status').waitFor()
}

/** Opens every fold, so that what they hold is checked too. */
export async function openFolds(on: Page) {
  await on.locator('main details.fold').first().waitFor()
  await on.evaluate(() => {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>('main details.fold')) fold.open = true
  })
}

/** Too short to count as an attempt, so that nobody is locked out. */
export async function sendShortCode(on: Page, { locale }: Place) {
  await on.getByLabel(t(locale, 'secondFactor.code')).fill('12 34')
  await on.getByRole('button', { name: t(locale, 'secondFactor.ask.submit') }).click()
  await on.getByRole('alert').waitFor()
}

export async function sendNoFile(on: Page, { locale }: Place) {
  await on.getByRole('button', { name: t(locale, 'cohorts.import.check') }).click()
  await on.getByRole('alert').waitFor()
}

export async function sendEmpty(on: Page, { locale }: Place) {
  await on
    .getByRole('main')
    .getByRole('button', { name: t(locale, 'nav.signUp') })
    .click()
  await on.getByRole('alert', { name: t(locale, 'errors.title') }).waitFor()
}

export async function sendWithoutPassword(on: Page, { locale }: Place) {
  await on.getByRole('button', { name: t(locale, 'account.confirm.button') }).click()
  await on.getByRole('alert', { name: t(locale, 'errors.title') }).waitFor()
}

/** Tries to open a cohort to the domain of a free mail provider, which the form refuses. */
export async function openToEverybody(on: Page, { locale }: Place) {
  await on.getByLabel(t(locale, 'cohorts.entry.domains')).fill('gmail.com')
  await on.getByRole('button', { name: t(locale, 'cohorts.form.save') }).click()
  await on.getByRole('alert', { name: t(locale, 'errors.title') }).waitFor()
}

/** Checks in, and waits for the answer of the server. */
export async function checkIn(on: Page, { locale }: Place) {
  await on.getByRole('button', { name: t(locale, 'attendance.checkIn.press') }).click()
  await on.locator('[data-outcome]').waitFor()
}

export async function tickFirstPresence(on: Page) {
  await on.locator('table input[type=checkbox]:not(:checked)').first().check()
}

export async function tickFirst(on: Page) {
  await on.locator('input[name=who]').first().check()
}

/** Chooses everybody, and opens the page that shows what the first act of the list would do. */
export async function chooseAll(on: Page, { locale }: Place) {
  await on.locator('input[name=all]').check()
  await on.locator('.many .btn.primary').click()
  await on.getByRole('heading', { name: t(locale, 'cohorts.many.effects') }).waitFor()
}

export async function openFirstPerson(on: Page, { locale }: Place) {
  await on.locator('table.picks th a').first().click()
  await on.getByRole('heading', { name: t(locale, 'cohorts.person.data') }).waitFor()
}

export async function openAddress(on: Page, place: Place) {
  await openFirstPerson(on, place)
  await on.getByRole('link', { name: t(place.locale, 'cohorts.people.address') }).click()
  await on.getByRole('button', { name: t(place.locale, 'cohorts.address.saveAndInvite') }).waitFor()
}

/** Gives the password of another account of the cast, and opens the preview of the merge by the link in its letter. */
export async function proveOther(on: Page, { cast, locale }: Place, who: Role): Promise<void> {
  await on.getByLabel(t(locale, 'merge.otherEmail')).fill(cast[who].email)
  await on.getByLabel(t(locale, 'merge.otherPassword')).fill(cast[who].password)
  await on.getByRole('button', { name: t(locale, 'merge.look') }).click()
  await on.getByText(t(locale, 'merge.done.sent')).waitFor()
  const newest = () =>
    mailTo(cast[who].email, readSiteSettings().DATA_DIR).findLast((mail) => mail.includes('/account/merge'))
  const { expect } = await import('@playwright/test')
  await expect.poll(newest).toBeDefined()
  const { search } = linkIn(newest())
  await on.goto(`/${locale}/account/merge${search}`)
  await on.locator('dl.stated').waitFor()
}

/** Sends the form of a page with nothing filled in. */
export function sendBlank(button: Parameters<typeof t>[1]) {
  return async (on: Page, { locale }: Place) => {
    await on.getByRole('button', { name: t(locale, button) }).click()
    await on.getByRole('alert', { name: t(locale, 'errors.title') }).waitFor()
  }
}

export async function keepFigures(on: Page) {
  await on.locator('main form[method=post] button').click()
  await on.getByRole('status').waitFor()
}

export async function sendLongWord(on: Page, { locale }: Place) {
  await on.getByLabel(t(locale, 'fields.note')).fill('a'.repeat(400))
  await on.getByRole('button', { name: t(locale, 'cohorts.remind.preview') }).click()
  await on.getByRole('alert', { name: t(locale, 'errors.title') }).waitFor()
}

export async function openAll(on: Page) {
  for (const summary of await on.locator('main summary').all()) await summary.click()
}
