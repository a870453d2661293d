import { expect, type Locator, type Page } from '@playwright/test'
import type { Course } from '@/domain/course/course'
import { examRuleOf } from '@/domain/course/graded'
import type { KeyOf, QuestionKey, QuestionKind } from '@/domain/course/question'
import type { Answer } from '@/domain/exam/answer'
import { gradeAnswer } from '@/domain/exam/grade-answer'
import type { AnswerOf } from '@/domain/exam/kinds/kind'
import { kindOf } from '@/domain/exam/kinds/kinds'
import { readAnswer } from '@/domain/exam/read-answer'
import type { Locale } from '@/domain/locale'
import { t, words } from './texts'

/** The fields of a question, found by its text. */
export function fieldsOf(scope: Page | Locator, question: QuestionKey, locale: Locale): Locator {
  return scope.getByRole('group', { name: words(question.stem, locale), exact: true })
}

/** The question of the bank that an exam page shows. */
export async function questionShown(page: Page, course: Course, locale: Locale): Promise<QuestionKey> {
  const legend = await page.getByRole('group').first().locator('legend').textContent()
  const asked = legend?.replace(/\s+/g, ' ').trim()
  const found = course.bank.find((question) => words(question.stem, locale) === asked)
  if (!found) throw new Error(`no question of the bank asks: ${asked}`)
  return found
}

/** The accessible name of an option. */
export function optionName(question: QuestionKey, id: string, locale: Locale): string {
  const option = question.options.find((each) => each.id === id)
  return option && 'text' in option ? words(option.text, locale) : t(locale, `practice.${id as 'true' | 'false'}`)
}

/** The accessible name of a button that moves an option of an order. */
export function moveName(question: QuestionKey, id: string, to: 'up' | 'down', locale: Locale): string {
  return `${t(locale, `practice.${to}`)} ${optionName(question, id, locale)}`
}

type Fields = {
  field: (role: 'radio' | 'checkbox' | 'combobox' | 'button', name: string) => Locator
  /** The lines of an order. */
  lines: Locator
  locale: Locale
}
/** Fills in the fields of one kind of question. */
type Hand<K extends QuestionKind> = (question: KeyOf<K>, answer: AnswerOf<K>, fields: Fields) => Promise<void>

const tick =
  (role: 'radio' | 'checkbox') =>
  async (question: QuestionKey, answer: readonly string[], { field, locale }: Fields): Promise<void> => {
    for (const id of answer) await field(role, optionName(question, id, locale)).check()
  }

const HANDS: { readonly [K in QuestionKind]: Hand<K> } = {
  single: tick('radio'),
  multiple: tick('checkbox'),
  'true-false': tick('radio'),
  matching: async ({ prompts }, answer, { field, locale }) => {
    for (const { id, text } of prompts) {
      await field('combobox', words(text, locale)).selectOption(answer[id] ?? '')
    }
  },
  ordering: async (question, order, { field, lines, locale }) => {
    if (!Array.isArray(order)) throw new Error('the buttons leave no order unfinished')
    for (const [place, id] of order.entries()) {
      const name = optionName(question, id, locale)
      const listed = (await lines.allTextContents()).map((text) => text.replace(/\s+/g, ' '))
      for (let at = listed.findIndex((text) => text.includes(name)); at > place; at--) {
        await field('button', moveName(question, id, 'up', locale)).click()
        await expect(lines.nth(at - 1)).toContainText(name)
      }
    }
    const keep = field('button', t(locale, 'practice.keepOrder'))
    if (await keep.isVisible()) await keep.click()
    await expect(keep).toBeHidden()
  },
}

const handOf = <K extends QuestionKind>({ kind }: { kind: K }): Hand<K> => HANDS[kind]

/** Gives an answer through the fields of a question, without sending it. */
export async function give(
  scope: Page | Locator,
  question: QuestionKey,
  answer: Answer,
  locale: Locale,
): Promise<void> {
  const fields = fieldsOf(scope, question, locale)
  const field: Fields['field'] = (role, name) => fields.getByRole(role, { name, exact: true })
  const read = readAnswer(question, answer)
  if (!read) throw new Error(`${JSON.stringify(answer)} is no answer to ${question.id}`)
  await handOf(question)(question, read, { field, lines: fields.getByRole('listitem'), locale })
}

/** The points of a stored answer, in [0, 1]. Ticks are stored in the order of the page, not of the key. */
export function marksOf(question: QuestionKey, stored: unknown): number {
  return gradeAnswer(question, (stored ?? null) as Answer | null)
}

/** An answer that fits a question but is not right. */
export function wrongAnswer(question: QuestionKey): Answer {
  return kindOf(question).mistake(question, ([first]) => first)
}

/** The address of a question in the attempt under way, or of another page of the exam. */
export function examPath(locale: Locale, courseId: string, page: number | 'check' | 'result' | '' = ''): string {
  return `/${locale}/courses/${courseId}/exam${page === '' ? '' : `/${page}`}`
}

/** Answers the question on the page correctly, and continues with its button. */
export async function answerRight(page: Page, course: Course, locale: Locale): Promise<void> {
  const question = await questionShown(page, course, locale)
  await give(page, question, question.correct, locale)
  const buttons = page.getByRole('button', { name: t(locale, 'exam.next') })
  await buttons.or(page.getByRole('button', { name: t(locale, 'exam.toCheck') })).click()
}

/** Answers all questions from the current page up to the check page. */
export async function answerAll(page: Page, course: Course, locale: Locale): Promise<void> {
  const total = examRuleOf(course).questions
  for (let n = 1; n <= total; n++) {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t(locale, 'exam.position', { n, total }))
    await answerRight(page, course, locale)
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t(locale, 'exam.check.title'))
}
