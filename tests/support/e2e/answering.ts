import { expect, type Locator, type Page } from '@playwright/test'
import type { Course } from '@/domain/course/course'
import { examRuleOf } from '@/domain/course/graded'
import type { Locale } from '@/domain/locale'
import type { Answer } from '@/domain/question/answer'
import { gradeAnswer } from '@/domain/question/grade-answer'
import type { AnswerOf } from '@/domain/question/kinds/kind'
import { kindOf } from '@/domain/question/kinds/kinds'
import { slotsIn } from '@/domain/question/kinds/passage'
import type { KeyOf, QuestionKey, QuestionKind } from '@/domain/question/question'
import { readAnswer } from '@/domain/question/read-answer'
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
  field: (role: 'radio' | 'checkbox' | 'combobox' | 'textbox' | 'button', name: string) => Locator
  /** The lines of an order. */
  lines: Locator
  locale: Locale
}
/** Fills in the fields of a question; there is one such function for each kind of question. */
type Hand<K extends QuestionKind> = (question: KeyOf<K>, answer: AnswerOf<K>, fields: Fields) => Promise<void>

const tick =
  (role: 'radio' | 'checkbox') =>
  async (question: QuestionKey, answer: readonly string[], { field, locale }: Fields): Promise<void> => {
    for (const id of answer) await field(role, optionName(question, id, locale)).check()
  }

/** The accessible name of the field for a number. */
export function numberField(question: KeyOf<'computing'>, id: string, locale: Locale): string {
  const ask = question.asks.find((each) => each.id === id)
  if (!ask) throw new Error(`${question.id} does not ask for ${id}`)
  return `${words(ask.label, locale)} ${t(locale, `practice.unit.${ask.unit}`)}`
}

/** The blanks of a passage with the accessible names of their lists. */
export function blankFields({ passage }: KeyOf<'completing'>, locale: Locale): { id: string; name: string }[] {
  return slotsIn(passage[locale]).map((id, at) => ({ id, name: t(locale, 'practice.blank', { n: at + 1 }) }))
}

type Standing = { place: number; shares: boolean }

/**
 * The place of a step on the page, in an order with ties. Without scripts each press loads the page again, and half a
 * document shows only half of the order, so this waits until the document is complete.
 *
 * @param before if given, this also waits until the place differs from it.
 */
async function standingOf(lines: Locator, name: string, before?: Standing): Promise<Standing> {
  let found: Standing | undefined
  await expect(async () => {
    const shown = await lines.evaluateAll((all) =>
      document.readyState === 'loading'
        ? []
        : all.map((line) => ({
            words: line.querySelector('.words')?.textContent?.replace(/\s+/g, ' ').trim() ?? '',
            place: Number(line.querySelector('.at-place [aria-hidden]')?.textContent),
          })),
    )
    const line = shown.find((each) => each.words === name)
    if (!line) throw new Error(`no step is called ${name}`)
    found = { place: line.place, shares: shown.filter(({ place }) => place === line.place).length > 1 }
    if (before) expect(found).not.toEqual(before)
  }).toPass({ intervals: [50, 100, 250], timeout: 10_000 })
  if (!found) throw new Error(`no step is called ${name}`)
  return found
}

/** Brings each step to its place, from the first place on. @param press presses the button that moves a step up. */
export async function rank(
  lines: Locator,
  question: KeyOf<'ranking'>,
  places: Readonly<Record<string, string>>,
  locale: Locale,
  press: (name: string) => Promise<void>,
): Promise<void> {
  const ids = Object.keys(places).toSorted((a, b) => Number(places[a]) - Number(places[b]))
  for (const [at, id] of ids.entries()) {
    const [name, wanted] = [optionName(question, id, locale), Number(places[id])]
    const opens = at === 0 || places[ids[at - 1] ?? ''] !== places[id]
    let standing = await standingOf(lines, name)
    while (standing.place !== wanted || (opens && standing.shares)) {
      await press(moveName(question, id, 'up', locale))
      standing = await standingOf(lines, name, standing)
    }
  }
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
      // Without scripts each press loads the page again, and half a document shows only half of the order.
      await expect(lines).toHaveCount(order.length)
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
  ranking: async (question, places, { field, lines, locale }) => {
    await rank(lines, question, places, locale, (name) => field('button', name).click())
    const keep = field('button', t(locale, 'practice.keepOrder'))
    if (await keep.isVisible()) await keep.click()
    await expect(keep).toBeHidden()
  },
  computing: async (question, numbers, { field, locale }) => {
    for (const [id, number] of Object.entries(numbers)) {
      await field('textbox', numberField(question, id, locale)).fill(number)
    }
  },
  marking: tick('checkbox'),
  completing: async (question, answer, { field, locale }) => {
    for (const { id, name } of blankFields(question, locale)) {
      await field('combobox', name).selectOption(answer[id] ?? '')
    }
  },
}

const handOf = <K extends QuestionKind>({ kind }: { kind: K }): Hand<K> => HANDS[kind]

/** The name of an option, with or without the mark that it has after an answer was checked. */
function marked(name: string, locale: Locale): RegExp {
  const marks = (['correct', 'incorrect', 'rightAnswer'] as const).map((mark) => t(locale, `practice.${mark}`))
  return new RegExp(`^${name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}( (${marks.join('|')}))?$`)
}

/** Gives an answer through the fields of a question, without sending it. */
export async function give(
  scope: Page | Locator,
  question: QuestionKey,
  answer: Answer,
  locale: Locale,
): Promise<void> {
  const fields = fieldsOf(scope, question, locale)
  const field: Fields['field'] = (role, name) =>
    fields.getByRole(role, { name: role === 'radio' || role === 'checkbox' ? marked(name, locale) : name, exact: true })
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
