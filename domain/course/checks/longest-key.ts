import { LOCALES } from '../../locale'
import { type CourseCheck, error, type Found } from './finding'
import { LANGUAGE_NAME } from './language-name'
import { type Bank, banksOf, isChoice, keyIsLongest, keysOf } from './questions'

export const MOST_LONGEST_KEYS = 0.3

/** The length must not give the answer away: in most questions some wrong option is longer than the right one. */
export const longestKey: CourseCheck = (course) => banksOf(course).flatMap(longestIn)

function longestIn({ name, place, questions }: Bank): Found[] {
  const choices = keysOf(questions).filter(isChoice)
  return LOCALES.flatMap((locale) => {
    const longest = choices.filter((key) => keyIsLongest(key, locale))
    if (longest.length <= choices.length * MOST_LONGEST_KEYS) return []
    const share = Math.round((longest.length / choices.length) * 100)
    const ids = longest.map(({ id }) => id).join(', ')
    return [
      error(
        place,
        `in ${LANGUAGE_NAME[locale]} the right option is the longest in ${share} % of ${name} (at most ${MOST_LONGEST_KEYS * 100} %): shorten it, or lengthen a wrong one, in some of ${ids}`,
      ),
    ]
  })
}
