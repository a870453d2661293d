import type { Page } from '@playwright/test'
import type { Course } from '@/domain/course/course'
import { examRuleOf } from '@/domain/course/graded'
import type { QuestionKind } from '@/domain/question/question'
import { examPath, give } from '../support/e2e/answering'
import type { Rows } from '../support/e2e/rows'
import { COURSE, expect, type Someone, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'

const cellsOf = (page: Page) => page.getByRole('navigation', { name: t('fr', 'exam.map') }).getByRole('listitem')
/** A cell: a button beside a question, and a link in the check before handing in. */
const cellAt = (page: Page, position: number, role: 'button' | 'link' = 'button') =>
  cellsOf(page)
    .nth(position - 1)
    .getByRole(role)

/** A question of a given kind in the attempt under way. */
async function questionOf(kind: QuestionKind, { someone }: { someone: Someone }, rows: Rows, course: Course) {
  const position = await rows.placeOfKind(someone, COURSE, kind)
  const { questions } = await rows.openAttempt(someone, COURSE)
  const question = course.bank.find(({ id }) => id === questions[position - 1]?.questionId)
  if (!question) throw new Error(`the bank has no ${kind}`)
  return { question, position }
}

test('the map shows what is saved for the question on the page, in cells of one height', async ({
  page,
  sit,
  rows,
  course,
}) => {
  const { question, position } = await questionOf('single', await sit(), rows, course)
  await page.goto(examPath('fr', COURSE, position))
  const cell = cellAt(page, position)
  await expect(cell).toHaveAccessibleName(`${position} ${t('fr', 'exam.unanswered')}`)

  await give(page, question, question.correct, 'fr')
  await expect(cell).toHaveAccessibleName(`${position} ${t('fr', 'exam.answered')}`)
  await page.getByRole('checkbox', { name: t('fr', 'exam.flag') }).check()
  await expect(cell).toHaveAccessibleName(`${position} ${t('fr', 'exam.answered')} ${t('fr', 'exam.flagged')}`)
  const heights = await cellsOf(page).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height))
  expect(new Set(heights).size).toBe(1)

  await page.reload()
  await expect(cell).toHaveAccessibleName(`${position} ${t('fr', 'exam.answered')} ${t('fr', 'exam.flagged')}`)
})

test('a matching with an open pair is incomplete in the map and in the check before handing in', async ({
  page,
  sit,
  rows,
  course,
}) => {
  const { question, position } = await questionOf('matching', await sit(), rows, course)
  const [[prompt = '', option = ''] = []] = Object.entries(question.correct)
  await page.goto(examPath('fr', COURSE, position))
  await give(page, question, { [prompt]: option }, 'fr')
  const begun = `${position} ${t('fr', 'exam.incomplete')}`
  await expect(cellAt(page, position)).toHaveAccessibleName(begun)

  await page.goto(examPath('fr', COURSE, 'check'))
  await expect(cellAt(page, position, 'link')).toHaveAccessibleName(begun)
  const open = page.locator('.note.warn > p')
  await expect(open.first().getByRole('link')).toHaveCount(examRuleOf(course).questions - 1)
  await expect(open.last().getByRole('link')).toHaveText([String(position)])

  await page.goto(examPath('fr', COURSE, position))
  await give(page, question, question.correct, 'fr')
  await expect(cellAt(page, position)).toHaveAccessibleName(`${position} ${t('fr', 'exam.answered')}`)
})
