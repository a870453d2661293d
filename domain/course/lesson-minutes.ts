import { citedRows } from '../library/law-rows'
import type { LawStore } from '../library/library'
import { type Cited, resolveCitation } from '../library/resolve-citation'
import { LOCALES, type Locale } from '../locale'
import { judgeParts } from '../question/judge-parts'
import type { QuestionKey } from '../question/question'
import { shownTexts, stepsOf } from '../question/question-texts'
import { countWords, plainText } from '../text/markup'
import type { LessonSource } from './checks/source'

/** A text of law is read at this pace, which is slower than that of a novel. */
const WORDS_PER_MINUTE = 180

type Timed = Pick<LessonSource, 'prose' | 'practice'>

/**
 * The minutes that it takes to read a lesson with the law that it quotes and to answer its questions, in the language
 * in which that is longest.
 *
 * @param date (ISO) of the law that the course teaches.
 */
export function lessonMinutes(lesson: Timed, law: LawStore, date: string): number {
  const words = Math.max(...LOCALES.map((locale) => wordsIn(lesson, law, date, locale)))
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE))
}

function wordsIn({ prose, practice }: Timed, law: LawStore, date: string, locale: Locale): number {
  const text = prose[locale]
  const blocks = (text?.laws ?? []).map(({ cites }) => cites.flatMap((id) => resolveCitation(law, id, date) ?? []))
  const questions = practice.flatMap(({ value }) => value ?? [])
  return sum([
    text?.words ?? 0,
    ...blocks.map((cited) => wordsOfLaw(cited, locale)),
    ...questions.map((question) => wordsOfQuestion(question, locale)),
  ])
}

/** A block of law counts once: Arabic readers read the Arabic, others the French, or the summary, or the Arabic. */
function wordsOfLaw(cited: readonly Cited[], locale: Locale): number {
  const [first] = cited
  if (!first) return 0
  const { version } = first
  const summary = version.summary ? countWords(plainText(version.summary[locale])) : 0
  if (!('text' in version)) return summary
  const rows = citedRows(version, cited)
  const quoted = (language: 'ar' | 'fr') =>
    sum(rows.flatMap((row) => row[language].map(({ text }) => countWords(text))))
  const held = locale === 'ar' ? quoted('ar') : quoted('fr')
  return held || summary || quoted('ar')
}

/** The question with its options, and the comments that are shown after a right answer. */
function wordsOfQuestion(question: QuestionKey, locale: Locale): number {
  const right = new Set(judgeParts(question, question.correct).map(({ chosen, about }) => about ?? chosen))
  const texts = [
    ...shownTexts(question),
    ...stepsOf(question),
    ...question.options.flatMap((option) => ('text' in option ? [option.text] : [])),
    ...question.options.filter(({ id }) => right.has(id)).map(({ feedback }) => feedback),
  ]
  return sum(texts.map((text) => countWords(plainText(text[locale]))))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
