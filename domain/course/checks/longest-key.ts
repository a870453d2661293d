import { LOCALES } from '../../locale'
import { type CourseCheck, error } from './finding'
import { LANGUAGE_NAME } from './language-name'
import { isChoice, keyIsLongest, keysOf } from './questions'

export const MOST_LONGEST_KEYS = 0.3

/** The length must not give the answer away: in most questions some wrong option is longer than the right one. */
export const longestKey: CourseCheck = ({ bank }) => {
  const choices = keysOf(bank).filter(isChoice)
  return LOCALES.flatMap((locale) => {
    const longest = choices.filter((key) => keyIsLongest(key, locale))
    if (longest.length <= choices.length * MOST_LONGEST_KEYS) return []
    const share = Math.round((longest.length / choices.length) * 100)
    const ids = longest.map(({ id }) => id).join(', ')
    const place = { path: bank[0]?.path ?? '', line: 1 }
    return [
      error(
        place,
        `in ${LANGUAGE_NAME[locale]} the right option is the longest in ${share} % of the bank (at most ${MOST_LONGEST_KEYS * 100} %): shorten it, or lengthen a wrong one, in some of ${ids}`,
      ),
    ]
  })
}
