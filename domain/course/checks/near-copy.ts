import { searchWords } from '../../library/normalise-search'
import { LOCALES, type Locale } from '../../locale'
import type { QuestionKey } from '../../question/question'
import { plainText } from '../../text/markup'
import { type CourseCheck, type Found, warning } from './finding'
import { LANGUAGE_NAME } from './language-name'
import { banksOf } from './questions'
import { placeIn, type QuestionSource } from './source'

/** The Jaccard similarity of two questions' words. Above it, one question reminds a learner of the other's answer. */
const MOST_IN_COMMON = 0.6

/** A question of the bank or a second form must not be a practice question with a few words changed. */
export const nearCopy: CourseCheck = (course) => {
  const practised = course.lessons.flatMap(({ practice }) => practice)
  // A course has tens of thousands of pairs: the words of each question are found once.
  return LOCALES.flatMap((locale) => {
    const known = practised.flatMap(({ id, value }) => (value ? [{ id, words: wordsOf(value, locale) }] : []))
    return banksOf(course).flatMap(({ questions }) => questions.flatMap((question) => nearest(question, known, locale)))
  })
}

type Known = { id: string; words: ReadonlySet<string> }

function nearest(question: QuestionSource, practised: readonly Known[], locale: Locale): Found[] {
  const key = question.value
  if (!key) return []
  const words = wordsOf(key, locale)
  const near = practised.find((known) => inCommon(words, known.words) > MOST_IN_COMMON)
  if (!near) return []
  const message = `in ${LANGUAGE_NAME[locale]}, ${question.id} is the practice question “${near.id}” with a few words changed: ask about other facts`
  return [warning(placeIn(question, 'stem'), message)]
}

/** The words of the stem and of the options. */
function wordsOf({ stem, options }: QuestionKey, locale: Locale): ReadonlySet<string> {
  const texts = [stem, ...options.flatMap((option) => ('text' in option ? [option.text] : []))]
  return new Set(texts.flatMap((text) => searchWords(plainText(text[locale])).map(({ token }) => token)))
}

function inCommon(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = [...one].filter((word) => other.has(word)).length
  return both / Math.max(1, one.size + other.size - both)
}
