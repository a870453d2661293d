import { searchWords } from '../../library/normalise-search'
import type { Locale } from '../../locale'
import { opening } from './opening'
import { anyOf, CONDITION, PROTECTS, REASON } from './telling-words'

/** The text of a question as the page shows it. A strategy judges it without knowledge of the law. */
export type Wording = { stem: string; options: readonly string[]; locale: Locale }
/** Gives each option a score, by the form of its words alone. */
type Strategy = (wording: Wording) => readonly number[]

/** The option says that a rule has no exception. */
const ABSOLUTE: Readonly<Record<Locale, RegExp>> = {
  ar: anyOf(
    ...['دائما', 'أبدا', 'مطلقا', 'إطلاقا', 'وحده*', 'فقط', 'كل', 'جميع', 'كافة', 'أي', 'لا غير', 'لا يمكن', 'حتما'],
    ...['بالضرورة', 'في كل', 'في جميع', 'مهما', 'تلقائيا', 'بقوة القانون'],
  ),
  fr: anyOf(
    ...['toujours', 'jamais', 'seul*', 'uniquement', 'exclusivement', 'tout', 'toute', 'tous', 'toutes', 'aucun*'],
    ...['nécessairement', 'systématiquement', 'automatiquement', 'obligatoirement', 'forcément', 'ne peut'],
    ...['dans tous les cas', 'en aucun cas', 'ne… que', 'de plein droit'],
  ),
  en: anyOf(
    ...['always', 'never', 'only', 'all', 'every', 'any', 'none', 'no', 'necessarily', 'automatically', 'alone'],
    ...['exclusively', 'solely', 'cannot', 'in all cases', 'by operation of the law'],
  ),
}

/** The option allows for exceptions. */
const HEDGE: Readonly<Record<Locale, RegExp>> = {
  ar: anyOf('قد', 'يمكن*', 'يجوز', 'غالبا', 'عادة', 'عموما', 'مبدئيا', 'حسب', 'بحسب', 'إلا إذا', 'ما لم', 'إن اقتضى'),
  fr: anyOf(
    ...['peut', 'peuvent', 'pourra*', 'souvent', 'parfois', 'en principe', 'en général', 'selon', 'sauf', 'notamment'],
    ...['le cas échéant', 'sous réserve', 'au besoin'],
  ),
  en: anyOf(
    ...['may', 'might', 'can', 'could', 'often', 'sometimes', 'usually', 'in principle', 'generally', 'depending'],
    ...['unless', 'where needed', 'in particular'],
  ),
}

const DIGIT = /\d/u
const wordsOf = (text: string) => new Set(searchWords(text).map(({ token }) => token))
const shared = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
  [...one].filter((word) => other.has(word)).length

/** For each option, the sum of its Jaccard similarities (shared words / all words) to the other options. */
function likeness({ options }: Wording): number[] {
  const words = options.map(wordsOf)
  return words.map((one, place) =>
    words.reduce((sum, other, at) => {
      const both = shared(one, other)
      return at === place ? sum : sum + both / Math.max(1, one.size + other.size - both)
    }, 0),
  )
}

const flag = (pattern: Readonly<Record<Locale, RegExp>>, { options, locale }: Wording) =>
  options.map((option) => Number(pattern[locale].test(option)))
const negative = (values: readonly number[]) => values.map((value) => -value)

/** The ways of answering without knowledge of the law. `guessBank` picks the options by these scores. */
export const STRATEGIES = {
  longest: ({ options }) => options.map(({ length }) => length),
  shortest: ({ options }) => options.map(({ length }) => -length),
  'no absolute word': (wording) => negative(flag(ABSOLUTE, wording)),
  'an absolute word': (wording) => flag(ABSOLUTE, wording),
  'a reason': (wording) => flag(REASON, wording),
  'no reason': (wording) => negative(flag(REASON, wording)),
  'not longest and no reason': (wording) => {
    const longest = Math.max(...wording.options.map(({ length }) => length))
    const reasons = flag(REASON, wording)
    return wording.options.map((option, at) => Number(option.length < longest && reasons[at] === 0))
  },
  'protects without a condition': (wording) => {
    const conditions = flag(CONDITION, wording)
    return flag(PROTECTS, wording).map((protects, at) => Number(protects === 1 && conditions[at] === 0))
  },
  'a condition': (wording) => flag(CONDITION, wording),
  'leaves room': (wording) => flag(HEDGE, wording),
  'a number': ({ options }) => options.map((option) => Number(DIGIT.test(option))),
  'words of the question': ({ stem, options }) => {
    const asked = wordsOf(stem)
    return options.map((option) => shared(wordsOf(option), asked))
  },
  'most like the others': likeness,
  'least like the others': (wording) => negative(likeness(wording)),
  'opens unlike the others': ({ options, locale }) => {
    const openings = options.map((option) => opening(option, locale))
    return openings.map((one) => Number(openings.filter((other) => other === one).length === 1))
  },
} satisfies Record<string, Strategy>
export type StrategyName = keyof typeof STRATEGIES
export const STRATEGY_NAMES = Object.keys(STRATEGIES) as StrategyName[]
