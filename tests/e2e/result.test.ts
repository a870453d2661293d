import type { Page } from '@playwright/test'
import type { Course } from '@/domain/course/course'
import { examRuleOf } from '@/domain/course/graded'
import type { QuestionKey } from '@/domain/course/question'
import { resolveCitation } from '@/domain/library/resolve-citation'
import { formatOpening } from '@/i18n/translator'
import { examPath, optionName, wrongAnswer } from '../support/e2e/answering'
import type { Attempt } from '../support/e2e/rows'
import { COURSE, expect, test } from '../support/e2e/test'
import { t, words } from '../support/e2e/texts'

const HOUR_MS = 3_600_000
const result = (page: Page, query = '') => page.goto(`${examPath('fr', COURSE, 'result')}${query}`)
const main = (page: Page) => page.getByRole('main')
const passage = (key: QuestionKey) => `/fr/courses/${COURSE}/lessons/${key.reread}`

function keysOf(attempt: Attempt, { bank }: Course): QuestionKey[] {
  return attempt.questions.flatMap(({ questionId }) => bank.find(({ id }) => id === questionId) ?? [])
}

/** What must not be read before the key is open: the reasons, and every option's feedback. */
function secretsOf(keys: readonly QuestionKey[]): string[] {
  return keys.flatMap(({ explanation, options }) => [
    words(explanation, 'fr'),
    ...options.flatMap((option) => ('feedback' in option ? words(option.feedback, 'fr') : [])),
  ])
}

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
  await rows.handIn(someone, COURSE, 'wrong', now)
  await result(page)

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('fr', 'exam.result.notPassed'))
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

  const links = page.getByRole('region', { name: t('fr', 'exam.result.reread') }).getByRole('link')
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))
  expect(addresses.toSorted()).toEqual([...new Set(keys.map(passage))].toSorted())

  const opensAt = new Date(now.getTime() + coolDownHours * HOUR_MS)
  await expect(main(page)).toContainText(t('fr', 'exam.opensAt', { date: formatOpening(opensAt, 'fr') }))
  await expect(main(page)).toContainText(t('fr', 'exam.attemptsLeft', { count: attempts - 1 }))
  await expect(main(page)).toContainText(t('fr', 'exam.result.keyLater'))
  await expect(main(page)).not.toContainText(t('fr', 'practice.rightAnswer'))
  const shown = (await main(page).textContent())?.replace(/\s+/g, ' ') ?? ''
  expect(secretsOf(keys).filter((secret) => shown.includes(secret))).toEqual([])
})

test('after the last attempt each question shows her answer, the right one, why, the law and the passage', async ({
  page,
  sit,
  rows,
  course,
  startAttempt,
}) => {
  const { someone } = await sit()
  const { attempts, coolDownHours, questions: possible } = examRuleOf(course)
  for (let left = attempts - 1; left > 0; left--) {
    await rows.handIn(someone, COURSE, 'wrong', new Date(Date.now() - (left * coolDownHours + 1) * HOUR_MS))
    await startAttempt(someone)
  }
  const attempt = await rows.openAttempt(someone, COURSE)
  const keys = keysOf(attempt, course)
  const place = keys.findIndex(({ kind }) => kind === 'single')
  const answered = keys[place]
  if (!answered) throw new Error('no single choice was drawn')
  const [picked = ''] = wrongAnswer(answered) as string[]
  const saved = { position: place + 1, answer: [picked] }
  const answer = await page.request.put('/api/exam/answers', {
    data: { courseId: COURSE, attemptId: attempt.id, saved },
  })
  expect(answer.status()).toBe(200)
  await rows.handIn(someone, COURSE, 'wrong')
  await result(page)

  await expect(main(page)).toContainText(t('fr', 'exam.result.last'))
  const review = page.getByRole('region', { name: t('fr', 'exam.result.questions') })
  await expect(review.locator('article')).toHaveCount(possible)
  for (const [index, key] of keys.entries()) {
    const card = review.locator(`#q${index + 1}`)
    await expect(card.getByRole('heading', { level: 3 })).toContainText(words(key.stem, 'fr'))
    await expect(card.getByRole('term')).toHaveText([t('fr', 'practice.yourAnswer'), t('fr', 'practice.rightAnswer')])
    await expect(card).toContainText(words(key.explanation, 'fr'))
    await expect(card.getByRole('link', { name: /./ }).and(card.locator(`[href="${passage(key)}"]`))).toHaveCount(1)
    const [cited] = key.cites.flatMap((id) => resolveCitation(course, id, course.file.lawDate) ?? [])
    const law = card.locator(`[data-law="${cited?.provision.id}"]`)
    if (cited && 'text' in cited.version) {
      await expect(law.locator('.tx[lang="ar"]').first()).toBeVisible()
      if (cited.version.text.fr) await expect(law.locator('.tx[lang="fr"]').first()).toBeVisible()
      else await expect(law).toContainText(t('fr', 'law.noFrench'))
    }
  }
  const [hers, right] = await review.locator(`#q${place + 1} dd`).allTextContents()
  expect(hers?.replace(/\s+/g, ' ')).toContain(optionName(answered, picked, 'fr'))
  expect(right?.replace(/\s+/g, ' ')).toContain(optionName(answered, String([answered.correct].flat()[0]), 'fr'))
  await expect(review.locator(`#q${place === 0 ? 2 : 1} dd`).first()).toHaveText(t('fr', 'practice.noAnswer'))

  await main(page)
    .locator(`#q1 a[href="${passage(keys[0] as QuestionKey)}"]`)
    .click()
  await expect(page).toHaveURL(passage(keys[0] as QuestionKey))
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
  const review = page.getByRole('region', { name: t('fr', 'exam.result.questions') })
  await expect(review.locator('article')).toHaveCount(examRuleOf(course).questions)
  await expect(review).not.toContainText(t('fr', 'practice.rightAnswer'))
  await main(page)
    .getByRole('link', { name: t('fr', 'exam.result.certificate') })
    .click()
  await expect(page).toHaveURL('/fr/certificates')
})
