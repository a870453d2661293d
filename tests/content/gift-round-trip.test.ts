import { describe, expect, it } from 'vitest'
import type { DraftQuestion } from '@/domain/course/exchange/imported-question'
import { LOCALES, type Locale, type Localized } from '@/domain/locale'
import type { QuestionKey } from '@/domain/question/question'
import { plainText } from '@/domain/text/markup'
import { typeset } from '@/i18n/typography'
import { exportBank } from '@/server/content/exchange/export-bank'
import { draftBank, readBankFile } from '@/server/content/exchange/import-bank'
import { listCourses, readCourse } from '@/server/content/read-course'
import { draftsIn } from '../support/bank-drafts'

const COURSES = listCourses(process.cwd()).flatMap((id) => {
  const { bank, file } = readCourse(process.cwd(), id).course
  const questions = bank.flatMap(({ value }) => value ?? [])
  return file.value && questions.length > 0 ? [{ id, title: file.value.title, questions }] : []
})
/** The kinds that GIFT has too. */
const KEPT_KINDS: ReadonlySet<string> = new Set(['single', 'multiple', 'true-false', 'matching'])

describe.each(COURSES)('the bank of $id as GIFT in three languages', ({ title, questions }) => {
  const written = LOCALES.map((locale) => ({ locale, ...exportBank({ title, questions }, locale, 'gift') }))
  const files = written.map(({ locale, text }) => readBankFile(locale, 'gift', [text]))
  const { files: draft, lost } = draftBank(files)
  const drafts = new Map(draftsIn(draft).map((question) => [question.id, question]))

  it('comes back question by question as it was', () => {
    for (const key of questions.filter(({ kind }) => KEPT_KINDS.has(kind))) {
      const back = drafts.get(key.id)
      expect(back).toMatchObject({ kind: key.kind, objective: key.objective })
      for (const locale of LOCALES) expect(shownOf(back as DraftQuestion, locale)).toEqual(shownOf(key, locale))
    }
  })

  it('names each question that comes back in another form or not at all', () => {
    for (const { id } of questions.filter(({ kind }) => !KEPT_KINDS.has(kind))) {
      const told = written.map((file) => file.told.find((each) => each.id === id)?.why ?? '')
      for (const why of told) expect(why).toMatch(drafts.has(id) ? /^becomes a / : /^left out: /)
    }
    for (const { why } of lost) expect(why).toMatch(/^without the order of its steps/)
    expect(drafts.size).toBe(written[0]?.questions)
  })
})

type Shown = Pick<QuestionKey | DraftQuestion, 'kind' | 'stem' | 'explanation' | 'correct'> & {
  options: readonly { id: string; text?: Localized; feedback: Localized }[]
  prompts?: readonly { id: string; text: Localized }[]
}

/**
 * What a learner sees of a question and its key in one language, without the ids of options, which the import gives
 * anew. The comments on the answers of a matching stand in its explanation.
 */
function shownOf({ kind, stem, explanation, options, prompts, correct }: Shown, locale: Locale) {
  const words = (text: Localized | undefined) => {
    const set = typeset(plainText(text?.[locale] ?? ''), locale)
    return set.replaceAll('**', '').replace(/\s+/g, ' ').trim()
  }
  const shown = options.map(({ id, text, feedback }) => ({ id, words: words(text), feedback: words(feedback) }))
  const right = (id: string | undefined) => shown.find((option) => option.id === id)?.words
  if (kind === 'matching') {
    const comments = shown.map(({ feedback }) => feedback).join(' ')
    return {
      stem: words(stem),
      explanation: `${words(explanation)} ${comments}`.trim(),
      answers: shown.map((option) => option.words).toSorted(),
      pairs: prompts?.map(({ id, text }) => [words(text), right((correct as Record<string, string>)[id])]),
    }
  }
  const isRight = (id: string) => (correct as readonly string[]).includes(id)
  if (kind === 'true-false') {
    const comments = Object.fromEntries(shown.map(({ id, feedback }) => [id, { feedback, isRight: isRight(id) }]))
    return { stem: words(stem), explanation: words(explanation), comments }
  }
  const answers = shown.map(({ id, ...rest }) => ({ ...rest, isRight: isRight(id) }))
  return { stem: words(stem), explanation: words(explanation), answers }
}
