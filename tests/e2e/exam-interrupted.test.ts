import type { Page } from '@playwright/test'
import type { QuestionKey } from '@/domain/question/question'
import { examPath, fieldsOf, give, marksOf, optionName, wrongAnswer } from '../support/e2e/answering'
import { ownSite } from '../support/e2e/own-site'
import type { Attempt } from '../support/e2e/rows'
import { COURSE, expect, signIn, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'
import type { Site } from '../support/site'

/** The visible sentence of the save line; the page contains the others too, hidden. */
const line = (page: Page, key: 'saved' | 'queued' | 'signIn' | 'stale') =>
  page.getByRole('status').getByText(t('ar', `exam.status.${key}`))
const open = (page: Page, position: number) => page.goto(examPath('ar', COURSE, position))

/** The first single-choice question of an attempt that is not its last question. */
function choiceIn(attempt: Attempt, bank: readonly QuestionKey[]) {
  const found = attempt.questions.flatMap(({ questionId, position, order }) => {
    const question = bank.find(
      ({ id, kind }) => id === questionId && kind === 'single' && position < attempt.questions.length,
    )
    return question ? { question, position, order } : []
  })[0]
  if (!found) throw new Error('the attempt has no single choice')
  return found
}

function keyOf(attempt: Attempt, bank: readonly QuestionKey[], position: number): QuestionKey {
  const id = attempt.questions.find((each) => each.position === position)?.questionId
  const question = bank.find((each) => each.id === id)
  if (!question) throw new Error(`no question at ${position}`)
  return question
}

async function expectPicked(page: Page, question: QuestionKey, answer: unknown) {
  const [id = ''] = answer as string[]
  const radio = fieldsOf(page, question, 'ar').getByRole('radio', { name: optionName(question, id, 'ar'), exact: true })
  await expect(radio).toBeChecked()
}

test.describe('a server that is killed in mid-exam', () => {
  // A killed server may break the connection for the icon, too.
  const GONE = /ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET|ERR_SOCKET_NOT_CONNECTED/
  test.use({ provokes: GONE })

  test('loses no saved answer, and gets the unsent one when it is back', async ({ page, sit, course, rows }) => {
    const { someone, attempt } = await sit()
    const own = await ownSite()
    const at = (position: number) => `${own.url}${examPath('ar', COURSE, position)}`
    const answer = (position: number) => {
      const question = keyOf(attempt, course.bank, position)
      return give(page, question, question.correct, 'ar')
    }

    let site: Site = own
    try {
      await page.goto(at(1))
      await answer(1)
      await expect(line(page, 'saved')).toBeVisible()
      await page.goto(at(2))
      await site.kill()
      await answer(2)
      await expect(line(page, 'queued')).toBeVisible()

      site = await own.restart()
      await page.getByRole('button', { name: t('ar', 'exam.next') }).click()
      await expect(page).toHaveURL(at(3))
    } finally {
      await site.stop()
    }

    const { questions } = await rows.openAttempt(someone, COURSE)
    for (const position of [1, 2]) {
      expect(marksOf(keyOf(attempt, course.bank, position), questions[position - 1]?.answer)).toBe(1)
    }
  })
})

test('a change of language keeps the answer, its certainty and the order of the options', async ({
  page,
  sit,
  course,
}) => {
  const { question, position, order } = choiceIn((await sit()).attempt, course.bank)
  const [picked = ''] = wrongAnswer(question) as string[]
  const namesIn = (locale: 'ar' | 'fr') => order.map((id) => optionName(question, id, locale))
  const shown = (locale: 'ar' | 'fr') => fieldsOf(page, question, locale).locator('label')

  await open(page, position)
  await expect(shown('ar')).toHaveText(namesIn('ar'))
  await give(page, question, [picked], 'ar')
  await page.getByRole('radio', { name: t('ar', 'exam.fairly'), exact: true }).check()
  await expect(line(page, 'saved')).toBeVisible()

  await page
    .getByRole('navigation', { name: t('ar', 'nav.language') })
    .getByRole('link', { name: 'Français' })
    .click()
  await expect(page).toHaveURL(examPath('fr', COURSE, position))
  await expect(shown('fr')).toHaveText(namesIn('fr'))
  const radio = (name: string) => page.getByRole('radio', { name, exact: true })
  await expect(radio(optionName(question, picked, 'fr'))).toBeChecked()
  await expect(radio(t('fr', 'exam.fairly'))).toBeChecked()
})

test('a second answer counts though the first one was slow on its way', async ({ page, sit, course, rows }) => {
  const { someone, attempt } = await sit()
  const { question, position } = choiceIn(attempt, course.bank)
  let release = () => {}
  const second = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/api/exam/answers', async (route) => {
    await second
    await route.continue()
  })
  await open(page, position)
  await give(page, question, wrongAnswer(question), 'ar')
  await give(page, question, question.correct, 'ar')
  release()

  await expect(line(page, 'saved')).toBeVisible()
  await page.getByRole('button', { name: t('ar', 'exam.next') }).click()
  await expect(page).toHaveURL(examPath('ar', COURSE, position + 1))
  const { questions } = await rows.openAttempt(someone, COURSE)
  expect(marksOf(question, questions[position - 1]?.answer)).toBe(1)
})

test('an order that an earlier page left unfinished is shown as far as it goes, and can be finished', async ({
  page,
  sit,
  course,
  rows,
}) => {
  const { someone } = await sit()
  const position = await rows.placeOfKind(someone, COURSE, 'ordering')
  const attempt = await rows.openAttempt(someone, COURSE)
  const question = keyOf(attempt, course.bank, position)
  const [first = '', second = ''] = question.correct as string[]
  const data = {
    courseId: COURSE,
    attemptId: attempt.id,
    saved: { position, answer: { [second]: '1', [first]: '2' }, ageMs: 0 },
  }
  expect((await page.request.put('/api/exam/answers', { data })).status()).toBe(200)
  await open(page, position)

  const lines = fieldsOf(page, question, 'ar').getByRole('listitem')
  await expect(lines.nth(0)).toContainText(optionName(question, second, 'ar'))
  await expect(lines.nth(1)).toContainText(optionName(question, first, 'ar'))
  await give(page, question, question.correct, 'ar')
  await expect(line(page, 'saved')).toBeVisible()

  const { questions } = await rows.openAttempt(someone, COURSE)
  expect(marksOf(question, questions[position - 1]?.answer)).toBe(1)
})

test('a flag set in a tab that shows an older state leaves the answer of the other tab', async ({
  page,
  context,
  sit,
  course,
  rows,
}) => {
  const { someone, attempt } = await sit()
  const { question, position } = choiceIn(attempt, course.bank)
  await open(page, position)
  const tab = await context.newPage()
  await open(tab, position)
  await give(tab, question, question.correct, 'ar')
  await expect(line(tab, 'saved')).toBeVisible()

  await page.getByRole('checkbox', { name: t('ar', 'exam.flag') }).check()

  await expect(line(page, 'saved')).toBeVisible()
  const { questions } = await rows.openAttempt(someone, COURSE)
  expect(questions[position - 1]).toMatchObject({ answer: question.correct, flagged: true })
})

test('an answer given before the page’s script arrived is saved', async ({ page, sit, course, rows }) => {
  const { someone, attempt } = await sit()
  const { question, position } = choiceIn(attempt, course.bank)
  let release = () => {}
  const answered = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/assets/exam-*.js', async (route) => {
    await answered
    await route.continue()
  })
  await page.goto(examPath('ar', COURSE, position), { waitUntil: 'commit' })
  await give(page, question, question.correct, 'ar')
  release()

  await expect(line(page, 'saved')).toBeVisible()
  const { questions } = await rows.openAttempt(someone, COURSE)
  expect(marksOf(question, questions[position - 1]?.answer)).toBe(1)
})

test.describe('an answer that could not be sent', () => {
  test.use({ provokes: /ERR_INTERNET_DISCONNECTED|ERR_FAILED/ })

  test('is kept in the browser, says so, and goes out when the network is back', async ({
    page,
    context,
    sit,
    course,
    rows,
  }) => {
    const { someone, attempt } = await sit()
    const { question, position } = choiceIn(attempt, course.bank)
    await open(page, position)
    await context.setOffline(true)
    await give(page, question, question.correct, 'ar')
    await page.getByRole('checkbox', { name: t('ar', 'exam.flag') }).check()
    await expect(line(page, 'queued')).toBeVisible()
    const why = page.getByRole('status').getByText(t('ar', 'exam.stays'))
    await expect(why).toBeHidden()
    await page.getByRole('button', { name: t('ar', 'exam.next') }).click()
    await expect(line(page, 'queued')).toBeInViewport()
    await expect(why).toBeInViewport()
    await expect(page).toHaveURL(examPath('ar', COURSE, position))

    await context.setOffline(false)
    await expect(line(page, 'saved')).toBeVisible()
    await expect(why).toBeHidden()
    const { questions } = await rows.openAttempt(someone, COURSE)
    expect(questions[position - 1]).toMatchObject({ answer: question.correct, flagged: true })
  })

  test('is still there after the tab was closed, and holds the hand-in back until it has arrived', async ({
    page,
    context,
    sit,
    course,
    rows,
  }) => {
    const { someone, attempt } = await sit()
    const { question, position } = choiceIn(attempt, course.bank)
    await page.route('**/api/exam/answers', (route) => route.abort())
    await open(page, position)
    await give(page, question, question.correct, 'ar')
    await expect(line(page, 'queued')).toBeVisible()
    await page.close()

    const again = await context.newPage()
    await again.goto(examPath('ar', COURSE, 'check'))
    const missing = attempt.questions.map((each) => each.position).filter((each) => each !== position)
    await expect(again.getByRole('main').locator('.warn').getByRole('link')).toHaveText(missing.map(String))
    const { questions } = await rows.openAttempt(someone, COURSE)
    expect(marksOf(question, questions[position - 1]?.answer)).toBe(1)
  })

  test('does not overwrite a newer one from another device', async ({ page, browser, sit, course, rows, baseURL }) => {
    const { someone, attempt } = await sit()
    const { question, position } = choiceIn(attempt, course.bank)
    await open(page, position)
    await page.context().setOffline(true)
    await give(page, question, wrongAnswer(question), 'ar')
    await expect(line(page, 'queued')).toBeVisible()

    const device = await browser.newContext()
    await signIn(device, await rows.anotherSession(someone), baseURL)
    const other = await device.newPage()
    await open(other, position)
    await give(other, question, question.correct, 'ar')
    await expect(line(other, 'saved')).toBeVisible()
    await device.close()

    await page.context().setOffline(false)
    await expect(line(page, 'stale')).toBeVisible()
    await page.getByRole('link', { name: t('ar', 'exam.status.reload') }).click()
    await expectPicked(page, question, question.correct)
  })

  test('in one tab gives way to the newer one of another tab', async ({ page, context, sit, course, rows }) => {
    const { someone, attempt } = await sit()
    const { question, position } = choiceIn(attempt, course.bank)
    await page.route('**/api/exam/answers', (route) => route.abort())
    await open(page, position)
    const tab = await context.newPage()
    await open(tab, position)
    await give(page, question, wrongAnswer(question), 'ar')
    await expect(line(page, 'queued')).toBeVisible()
    const older = await page.evaluate(() => ({ ...localStorage }))
    await give(tab, question, question.correct, 'ar')
    await expect(line(tab, 'saved')).toBeVisible()
    // Two tabs may run in two processes, so the older answer may be written to their common storage last.
    await page.evaluate((kept) => Object.assign(localStorage, kept), older)

    await page.unroute('**/api/exam/answers')
    await open(page, position)
    await expectPicked(page, question, question.correct)
    const { questions } = await rows.openAttempt(someone, COURSE)
    expect(marksOf(question, questions[position - 1]?.answer)).toBe(1)
  })
})

test.describe('a session that ends in mid-exam', () => {
  test.use({ provokes: /401/ })

  test('keeps the answer; after signing in she is at the same question and the answer arrives', async ({
    page,
    sit,
    course,
    rows,
  }) => {
    const { someone, attempt } = await sit()
    const { question, position } = choiceIn(attempt, course.bank)
    await open(page, position)
    await rows.expireSessions(someone)
    await give(page, question, question.correct, 'ar')
    await expect(line(page, 'signIn')).toBeVisible()

    await page.getByRole('link', { name: t('ar', 'exam.status.signInLink') }).click()
    await page.getByLabel(t('ar', 'fields.email')).fill(someone.email)
    await page.getByLabel(t('ar', 'fields.password'), { exact: true }).fill(someone.password)
    await page
      .getByRole('main')
      .getByRole('button', { name: t('ar', 'nav.signIn') })
      .click()

    await expect(page).toHaveURL(examPath('ar', COURSE, position))
    await expectPicked(page, question, question.correct)
    await expect(line(page, 'saved')).toBeVisible()
    const { questions } = await rows.openAttempt(someone, COURSE)
    expect(marksOf(question, questions[position - 1]?.answer)).toBe(1)
  })
})
