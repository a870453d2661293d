import type { Page } from '@playwright/test'
import type { Course } from '@/domain/course/course'
import { examRuleOf } from '@/domain/course/graded'
import { lessonPath } from '@/domain/course/lesson-path'
import type { Instrument } from '@/domain/library/instrument'
import { resolveCitation } from '@/domain/library/resolve-citation'
import type { Answer, Certainty } from '@/domain/question/answer'
import type { QuestionKey, QuestionKind } from '@/domain/question/question'
import { formatOpening } from '@/i18n/translator'
import { examPath, give, optionName, wrongAnswer } from '../support/e2e/answering'
import type { Attempt, Rows } from '../support/e2e/rows'
import { COURSE, expect, type Someone, test } from '../support/e2e/test'
import { t, words } from '../support/e2e/texts'
import { readPdf } from '../support/read-pdf'

const HOUR_MS = 3_600_000
const result = (page: Page, query = '') => page.goto(`${examPath('fr', COURSE, 'result')}${query}`)
const main = (page: Page) => page.getByRole('main')
const reviewOf = (page: Page) => page.getByRole('region', { name: t('fr', 'exam.result.questions') })
const passage = (key: QuestionKey) => `/fr${lessonPath(COURSE, key.reread)}`
function stepOf({ reread }: QuestionKey): string {
  const [lesson, section] = reread.split('#')
  return `/fr/courses/${COURSE}/lessons/${lesson}/${section}#${section}`
}

/** The notice in place of a French wording: a statute has no official one; a treaty was read in its Arabic version. */
const withoutFrench = ({ authenticLanguage }: Instrument) =>
  authenticLanguage === 'ar' ? 'law.noFrench' : 'law.readInArabic'

function keysOf(attempt: Attempt, { bank }: Course): QuestionKey[] {
  return attempt.questions.flatMap(({ questionId }) => bank.find(({ id }) => id === questionId) ?? [])
}

/** The texts that must not be shown before the key is open: the explanations and the feedback of every option. */
function secretsOf(keys: readonly QuestionKey[]): string[] {
  return keys.flatMap(({ explanation, options }) => [
    words(explanation, 'fr'),
    ...options.flatMap((option) => ('feedback' in option ? words(option.feedback, 'fr') : [])),
  ])
}

test('a failed attempt leads to a practice set of second forms, which judges an answer', async ({
  page,
  sit,
  rows,
  course,
}) => {
  const { someone } = await sit()
  await rows.handIn(someone, COURSE, 'wrong', new Date())
  await result(page)
  await page.getByRole('link', { name: t('fr', 'practice.set.link') }).click()
  await page.getByRole('link', { name: t('fr', 'practice.set.begin') }).click()
  const asked = new URL(page.url()).searchParams.get('question')
  const key = course.second?.find(({ question }) => question.id === asked)?.question
  if (!key) throw new Error('no second form is asked')

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('fr', 'practice.set.title'))
  await give(page, key, wrongAnswer(key), 'fr')
  await page.getByRole('button', { name: t('fr', 'practice.check') }).click()
  await expect(page.locator('[data-feedback]')).toContainText(words(key.explanation, 'fr'))
  await expect(page.getByRole('link', { name: t('fr', 'practice.set.next') })).toBeVisible()
})

test('a failed attempt shows objectives, what to read again and when to come back, and not the key', async ({
  page,
  sit,
  rows,
  course,
}) => {
  const { someone, attempt } = await sit()
  const keys = keysOf(attempt, course)
  const { attempts, coolDownHours, questions: possible } = examRuleOf(course)
  const now = new Date()
  // She says that she is sure of one answer, so that the result could reveal whether it is right.
  await save(page, attempt, 1, undefined, 'sure')
  await rows.handIn(someone, COURSE, 'wrong', now)
  await result(page)

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('fr', 'exam.result.notPassed'))
  await expect(main(page)).not.toContainText(t('fr', 'exam.result.ownCertainty'))
  const scores = page.getByRole('region', { name: t('fr', 'exam.result.byObjective') }).getByRole('listitem')
  const drawn = new Map<string, number>()
  for (const { objective } of keys) drawn.set(objective, (drawn.get(objective) ?? 0) + 1)
  await expect(scores).toHaveCount(drawn.size)
  const inOrder = course.file.objectives.filter(({ id }) => drawn.has(id))
  for (const [index, { id, text }] of inOrder.entries()) {
    await expect(scores.nth(index)).toContainText(words(text, 'fr'))
    await expect(scores.nth(index)).toContainText(
      t('fr', 'exam.result.objectiveScore', { score: 0, possible: drawn.get(id) ?? 0 }),
    )
  }
  expect([...drawn.values()].reduce((sum, count) => sum + count, 0)).toBe(possible)

  for (const [index, { id }] of inOrder.entries()) {
    const links = scores.nth(index).getByRole('link')
    const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))
    const missed = keys.filter(({ objective }) => objective === id).map(passage)
    expect(addresses.toSorted(), id).toEqual([...new Set(missed)].toSorted())
  }

  const opensAt = new Date(now.getTime() + coolDownHours * HOUR_MS)
  await expect(main(page)).toContainText(t('fr', 'exam.opensAt', { date: formatOpening(opensAt, 'fr') }))
  await expect(main(page)).toContainText(t('fr', 'exam.attemptsLeft', { count: attempts - 1 }))
  await expect(main(page)).toContainText(t('fr', 'exam.result.keyLater'))
  await expect(main(page)).not.toContainText(t('fr', 'practice.rightAnswer'))
  const shown = (await main(page).textContent())?.replace(/\s+/g, ' ') ?? ''
  expect(secretsOf(keys).filter((secret) => shown.includes(secret))).toEqual([])
})

/**
 * Begins her last attempt, whose key opens once it is handed in. @returns the attempt, and the index of a question of
 * the kind.
 */
async function lastAttempt(
  kind: QuestionKind,
  { someone }: { someone: Someone },
  { rows, course, startAttempt }: { rows: Rows; course: Course; startAttempt: (someone: Someone) => Promise<Attempt> },
) {
  const { attempts, coolDownHours } = examRuleOf(course)
  for (let left = attempts - 1; left > 0; left--) {
    await rows.handIn(someone, COURSE, 'wrong', new Date(Date.now() - (left * coolDownHours + 1) * HOUR_MS))
    await startAttempt(someone)
  }
  const place = (await rows.placeOfKind(someone, COURSE, kind)) - 1
  const attempt = await rows.openAttempt(someone, COURSE)
  return { someone, attempt, place, keys: keysOf(attempt, course) }
}

async function save(page: Page, attempt: Attempt, position: number, answer?: Answer, certainty?: Certainty) {
  const data = { courseId: COURSE, attemptId: attempt.id, saved: { position, answer, certainty } }
  expect((await page.request.put('/api/exam/answers', { data })).status()).toBe(200)
}

test('after the last attempt each question shows her answer, the right one, why, the law and the passage', async ({
  page,
  sit,
  rows,
  course,
  startAttempt,
}) => {
  const { someone, attempt, keys, place } = await lastAttempt('single', await sit(), { rows, course, startAttempt })
  const answered = keys[place]
  if (!answered) throw new Error('no single choice was drawn')
  const [picked = ''] = wrongAnswer(answered) as string[]
  await save(page, attempt, place + 1, [picked], 'sure')
  await rows.handIn(someone, COURSE, 'wrong')
  await result(page)

  await expect(main(page)).toContainText(t('fr', 'exam.result.last'))
  const certainty = page.getByRole('region', { name: t('fr', 'exam.result.ownCertainty') })
  await expect(certainty).toContainText(t('fr', 'exam.result.sureWrong', { count: 1 }))
  await expect(certainty.getByRole('link')).toHaveAttribute('href', `#q${place + 1}`)
  await expect(certainty.getByRole('row').nth(1)).toHaveText(`${t('fr', 'exam.sure')}11`)
  const cards = reviewOf(page).getByRole('article')
  await expect(cards).toHaveCount(keys.length)
  for (const [index, key] of keys.entries()) {
    const card = cards.nth(index)
    await expect(card.getByRole('heading', { level: 3 })).toContainText(words(key.stem, 'fr'))
    for (const id of Object.values(key.correct)) await expect(card).toContainText(optionName(key, id, 'fr'))
    await expect(card).toContainText(index === place ? optionName(key, picked, 'fr') : t('fr', 'practice.noAnswer'))
    await expect(card).toContainText(words(key.explanation, 'fr'))
    await expect(card.getByRole('link', { name: /./ }).and(card.locator(`[href="${passage(key)}"]`))).toHaveCount(1)
    const [cited] = key.cites.flatMap((id) => resolveCitation(course, id, course.file.lawDate) ?? [])
    const law = card.locator(`[data-law="${cited?.provision.id}"]`)
    const folded = law.locator('xpath=parent::details/summary')
    if ((await folded.count()) > 0) await folded.click()
    if (cited && 'text' in cited.version) {
      await expect(law.locator('.tx[lang="ar"]').first()).toBeVisible()
      if (cited.version.text.fr) await expect(law.locator('.tx[lang="fr"]').first()).toBeVisible()
      else await expect(law).toContainText(t('fr', withoutFrench(cited.instrument)))
    }
  }
  const card = cards.nth(place)
  await expect(card.getByRole('term')).toHaveText([t('fr', 'practice.yourAnswer'), t('fr', 'practice.rightAnswer')])
  const [hers, right] = await card.getByRole('definition').allTextContents()
  expect(hers?.replace(/\s+/g, ' ')).toContain(optionName(answered, picked, 'fr'))
  expect(right?.replace(/\s+/g, ' ')).toContain(optionName(answered, String([answered.correct].flat()[0]), 'fr'))

  await main(page)
    .locator(`article a[href="${passage(keys[0] as QuestionKey)}"]`)
    .first()
    .click()
  await expect(page).toHaveURL(stepOf(keys[0] as QuestionKey))
})

test('the map of the result leads to each question: the wrong ones are open, the right ones folded', async ({
  page,
  sit,
  rows,
  course,
  startAttempt,
}) => {
  const { someone, attempt, keys, place } = await lastAttempt('matching', await sit(), { rows, course, startAttempt })
  const pairs = keys[place]
  if (pairs?.kind !== 'matching') throw new Error('no matching was drawn')
  const right = place === 0 ? 1 : 0
  await save(page, attempt, place + 1, wrongAnswer(pairs))
  await save(page, attempt, right + 1, (keys[right] as QuestionKey).correct)
  await rows.handIn(someone, COURSE, 'wrong')
  await result(page)

  const cells = page.getByRole('navigation', { name: t('fr', 'exam.result.reviewMap') }).getByRole('link')
  await expect(cells).toHaveCount(keys.length)
  await expect(cells.nth(right)).toContainText(t('fr', 'practice.correct'))
  const cards = reviewOf(page).getByRole('article')
  const explanation = (at: number) => words((keys[at] as QuestionKey).explanation, 'fr')
  await expect(cards.nth(right).getByText(explanation(right))).toBeHidden()
  await expect(cards.nth(place).getByText(explanation(place)).first()).toBeVisible()
  // Two pairs are swapped: these are wrong, the others right.
  const judged = cards.nth(place).locator('.judged').getByRole('listitem')
  await expect(judged).toHaveCount(pairs.prompts.length)
  await expect(judged.filter({ hasText: t('fr', 'practice.rightAnswer') })).toHaveCount(2)
  for (const [index, { text }] of pairs.prompts.entries()) {
    await expect(judged.nth(index)).toContainText(words(text, 'fr'))
  }

  await cells.nth(right).click()
  await expect(cards.nth(right).getByText(explanation(right))).toBeVisible()
  await expect(cards.nth(right).getByRole('heading', { level: 3 })).toBeInViewport()
})

test('a printed result names the person, shows right answers in one line, and quotes each provision once', async ({
  page,
  sit,
  rows,
  course,
  startAttempt,
}) => {
  const { someone, attempt, keys } = await lastAttempt('single', await sit(), { rows, course, startAttempt })
  const right = keys.slice(0, keys.length / 2)
  for (const [index, key] of right.entries()) await save(page, attempt, index + 1, key.correct)
  await rows.handIn(someone, COURSE, 'wrong')
  await result(page)
  const { pages, lowest } = await readPdf(await page.pdf({ preferCSSPageSize: true }))
  expect(pages).toBeLessThanOrEqual(10)
  expect(lowest.slice(0, -1).filter((share) => share > 0.5)).toEqual([])

  await page.emulateMedia({ media: 'print' })
  await expect(main(page).locator('.sheet-head')).toContainText(words(course.file.title, 'fr'))
  await expect(main(page).locator('.sheet-head bdi')).not.toBeEmpty()
  const cards = reviewOf(page).getByRole('article')
  for (const [index, key] of keys.entries()) {
    await expect(cards.nth(index).getByRole('heading', { level: 3 })).toBeVisible()
    await expect(cards.nth(index).getByText(words(key.explanation, 'fr')).first()).toBeVisible({
      visible: index >= right.length,
    })
  }
  // If several questions rest on the same paragraph, only the first one quotes it.
  const quoted = await reviewOf(page).locator('.review-law:not(.above)').filter({ visible: true }).all()
  const cites = await Promise.all(
    quoted.map(async (law) => {
      const places = await law.locator('.pair').evaluateAll((pairs) => pairs.map((pair) => pair.getAttribute('data-p')))
      return `${await law.locator('.law').getAttribute('data-law')}#${places}`
    }),
  )
  expect(cites.filter((id, at) => cites.indexOf(id) !== at)).toEqual([])
})

test('earlier attempts stay visible to her, each with its own result', async ({ page, as, course }) => {
  await as('exhausted')
  await result(page)
  const earlier = page.getByRole('region', { name: t('fr', 'exam.earlier') }).getByRole('link')
  await expect(earlier).toHaveCount(examRuleOf(course).attempts)

  await earlier.first().click()
  await expect(page).toHaveURL(/\?attempt=1$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('fr', 'exam.result.notPassed'))
})

test('after passing every question is reviewed, and the certificate is one tap away', async ({ page, as, course }) => {
  await as('holder')
  await result(page)

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('fr', 'exam.result.passed'))
  await expect(reviewOf(page).getByRole('article')).toHaveCount(examRuleOf(course).questions)
  await expect(reviewOf(page)).not.toContainText(t('fr', 'practice.rightAnswer'))
  const picture = page.locator('.paper')
  await expect(picture).toContainText(words(course.file.title, 'ar'))
  const { width, height } = (await picture.boundingBox()) ?? { width: 0, height: 1 }
  expect(width / height).toBeCloseTo(297 / 210, 1)
  await expect(main(page).getByRole('link', { name: t('fr', 'certificate.pdf') })).toBeVisible()
  await main(page)
    .getByRole('link', { name: t('fr', 'exam.result.certificate') })
    .click()
  await expect(page).toHaveURL('/fr/certificates')
})
