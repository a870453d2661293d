import { guessReport, MOST_IN_A_COURSE } from '../guessing/guess-bank'
import { type CourseCheck, warning } from './finding'
import { LANGUAGE_NAME } from './language-name'
import { banksOf, keysOf } from './questions'

/**
 * No way of answering without knowledge may earn much above chance, in any language: not the length of an option, its
 * reasons, its absolute words, the protection that it grants without a condition, its grammar, nor the words that it
 * shares with the question.
 */
export const guessedBank: CourseCheck = (course) => {
  const banks = banksOf(course)
  const [first] = banks
  if (!first) return []
  const keys = banks.flatMap(({ questions }) => keysOf(questions))
  return guessReport([{ id: 'course', keys }]).flatMap(({ strategy, locale, courses }) =>
    courses
      .filter(({ over }) => over)
      .map(({ gain, toBlame }) =>
        warning(
          first.place,
          `in ${LANGUAGE_NAME[locale]}, answering by “${strategy}” earns ${(gain * 100).toFixed(1)} points in a hundred above chance (at most ${MOST_IN_A_COURSE * 100}): reword the options of some of ${toBlame.join(', ')}`,
        ),
      ),
  )
}
