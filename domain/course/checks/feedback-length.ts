import { LOCALES, type Locale } from '../../locale'
import { plainText } from '../../text/markup'
import { type CourseCheck, type Found, warning } from './finding'
import { LANGUAGE_NAME } from './language-name'
import { type Bank, banksOf, keysOf } from './questions'

/** In characters: two or three sentences, enough to give the reason and not only the number of the article. */
const LEAST_MEDIAN_FEEDBACK = 180

/** The comment on an option must teach why it is right or wrong. */
export const feedbackLength: CourseCheck = (course) => banksOf(course).flatMap(shortIn)

function shortIn({ name, place, questions }: Bank): Found[] {
  return LOCALES.flatMap((locale) => {
    const lengths = keysOf(questions).flatMap(({ options }) => options.map((option) => lengthOf(option, locale)))
    const median = medianOf(lengths)
    if (lengths.length === 0 || median >= LEAST_MEDIAN_FEEDBACK) return []
    return [
      warning(
        place,
        `in ${LANGUAGE_NAME[locale]}, half of the comments on the options of ${name} have at most ${median} characters (wanted: ${LEAST_MEDIAN_FEEDBACK}): say in two or three sentences why an option is right or wrong`,
      ),
    ]
  })
}

function lengthOf({ feedback }: { feedback: Readonly<Record<Locale, string>> }, locale: Locale): number {
  return plainText(feedback[locale]).trim().length
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0)) / 2
}
