import { LOCALES, type Locale } from '../../locale'
import type { QuestionKey } from '../../question/question'
import { plainText } from '../../text/markup'
import { CONDITION, PROTECTS, REASON } from '../guessing/telling-words'
import { type CoursesCheck, error } from './finding'
import { LANGUAGE_NAME } from './language-name'
import { keysOf } from './questions'
import type { CourseSource } from './source'

/** A guess among four options has a chance of one in four. Over all banks, a trick may earn no more than this. */
export const MOST_BY_TRICK = 0.27
const OPTIONS = 4

type Single = Extract<QuestionKey, { kind: 'single' }>
/** The options that a person who knows no law keeps, by the form of their words alone. */
type Trick = (options: readonly string[], locale: Locale) => readonly boolean[]

export const TRICKS: Readonly<Record<string, Trick>> = {
  'leaving out the longest option and those that give a reason': (options, locale) => {
    const longest = Math.max(...options.map((option) => option.length))
    return options.map((option) => option.length < longest && !REASON[locale].test(option))
  },
  'taking the option that protects and sets no condition': (options, locale) =>
    options.map((option) => PROTECTS[locale].test(option) && !CONDITION[locale].test(option)),
}

/** The chance that a guess among the kept options is right; among all options if the trick keeps none of them. */
function chance({ options, correct }: Single, trick: Trick, locale: Locale): number {
  const kept = trick(
    options.map(({ text }) => plainText(text[locale])),
    locale,
  )
  const left = options.filter((_, at) => kept[at])
  const among = left.length > 0 ? left : options
  return among.some(({ id }) => id === correct[0]) ? 1 / among.length : 0
}

/** The chance that a trick gives, for each single-choice question with four options. */
export function earnedBy(trick: Trick, locale: Locale, courses: readonly Pick<CourseSource, 'bank' | 'second'>[]) {
  const singles = courses.flatMap(({ bank, second }) =>
    keysOf([...bank, ...second]).flatMap((key) => (key.kind === 'single' && key.options.length === OPTIONS ? key : [])),
  )
  return singles.map((key) => ({ id: key.id, chance: chance(key, trick, locale) }))
}

/**
 * No trick with the words of the options may beat chance, in any language. A finding names the questions in which the
 * trick helps most.
 */
export const testWiseness: CoursesCheck = (courses) =>
  Object.entries(TRICKS).flatMap(([name, trick]) =>
    LOCALES.flatMap((locale) => {
      const earned = earnedBy(trick, locale, courses)
      const share = earned.reduce((sum, question) => sum + question.chance, 0) / earned.length
      if (earned.length === 0 || share <= MOST_BY_TRICK) return []
      const told = `in ${LANGUAGE_NAME[locale]}, ${name} finds ${percent(share)} of the right answers in the banks (at most ${percent(MOST_BY_TRICK)})`
      return courses.flatMap((course) => {
        const helping = earnedBy(trick, locale, [course]).filter((question) => question.chance > 1 / OPTIONS)
        const ids = helping.toSorted((a, b) => b.chance - a.chance).map(({ id }) => id)
        const place = { path: course.bank[0]?.path ?? '', line: 1 }
        return ids.length > 0 ? [error(place, `${told}: reword the options of some of ${ids.join(', ')}`)] : []
      })
    }),
  )

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
