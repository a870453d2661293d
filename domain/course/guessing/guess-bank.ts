import { LOCALES, type Locale, type Localized } from '../../locale'
import { gradeAnswer } from '../../question/grade-answer'
import { blanksOf } from '../../question/kinds/completing/blanks'
import type { QuestionKey } from '../../question/question'
import { plainText } from '../../text/markup'
import { STRATEGIES, STRATEGY_NAMES, type StrategyName } from './strategies'

/** Points in [0, 1]. `chance`: the average points for ticking the same number of options at random. */
export type Guess = { id: string; points: number; chance: number }

/** One choice among worded options: of a single option, or of a set of them. */
type Choosing = {
  stem: string
  options: readonly { id: string; text: Localized }[]
  takesSeveral: boolean
  /** Points in [0, 1]. */
  grade: (picks: readonly string[]) => number
}

/**
 * The points that a strategy earns in each question with worded options: choices, spans of a document, and blanks of a
 * passage. The other kinds are left out, because their options cannot be judged by their wording.
 */
export function guessBank(keys: readonly QuestionKey[], strategy: StrategyName, locale: Locale): Guess[] {
  return keys.flatMap((key) => {
    const guesses = choicesIn(key, locale).map((choosing) => guess(choosing, strategy, locale))
    const average = (of: 'points' | 'chance') => mean(guesses.map((each) => each[of]))
    return guesses.length > 0 ? { id: key.id, points: average('points'), chance: average('chance') } : []
  })
}

function choicesIn(key: QuestionKey, locale: Locale): Choosing[] {
  const stem = plainText(key.stem[locale])
  if (key.kind === 'completing') {
    return blanksOf(key).map(({ id, options }) => ({
      stem: `${stem} ${plainText(key.passage[locale])}`,
      options,
      takesSeveral: false,
      grade: ([picked]) => Number(picked === key.correct[id]),
    }))
  }
  if (key.kind !== 'single' && key.kind !== 'multiple' && key.kind !== 'marking') return []
  const grade = (picks: readonly string[]) => gradeAnswer(key, [...picks])
  return [{ stem, options: key.options, takesSeveral: key.kind !== 'single', grade }]
}

function guess(choosing: Choosing, strategy: StrategyName, locale: Locale): Omit<Guess, 'id'> {
  const picked = strategyPicks(choosing, strategy, locale)
  const sizes = picked ? picked.map(({ length }) => length) : null
  const blind = everySet(choosing).filter(({ length }) => sizes === null || sizes.includes(length))
  const average = (sets: readonly string[][]) => mean(sets.map(choosing.grade))
  return { points: average(picked ?? blind), chance: average(blind) }
}

/**
 * The sets of options that the strategy ticks, all equally likely. In a single choice, each option with the best score
 * is one set; otherwise the only set has all options above the average. Null if all options have the same score.
 */
function strategyPicks(choosing: Choosing, strategy: StrategyName, locale: Locale): string[][] | null {
  const { stem, options, takesSeveral } = choosing
  const scores = STRATEGIES[strategy]({ stem, options: options.map(({ text }) => plainText(text[locale])), locale })
  const most = Math.max(...scores)
  if (Math.min(...scores) === most) return null
  const ids = options.map(({ id }) => id)
  if (!takesSeveral) return ids.filter((_, at) => scores[at] === most).map((id) => [id])
  const average = mean(scores)
  return [ids.filter((_, at) => (scores[at] ?? 0) > average)]
}

/** Each option alone; if several may be ticked, every set of options except the empty one. */
function everySet({ takesSeveral, options }: Choosing): string[][] {
  const ids = options.map(({ id }) => id)
  if (!takesSeveral) return ids.map((id) => [id])
  return Array.from({ length: 2 ** ids.length - 1 }, (_, set) => ids.filter((_id, at) => ((set + 1) >> at) % 2 === 1))
}

/** By how much a strategy beats chance over these questions, in points per question. 0 if there are none. */
export function gain(guesses: readonly Guess[]): number {
  return guesses.length === 0 ? 0 : mean(guesses.map(({ points, chance }) => points - chance))
}

/** The questions in which a strategy beats chance, the largest gain first. */
function toBlame(guesses: readonly Guess[]): string[] {
  return guesses
    .filter(({ points, chance }) => points > chance)
    .toSorted((a, b) => b.points - b.chance - (a.points - a.chance))
    .map(({ id }) => id)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** The most that a strategy without knowledge may gain over chance, in points per question. */
export const MOST_IN_A_COURSE = 0.1
export const MOST_OVERALL = 0.04
/** With fewer questions, a few lucky ones make a course exceed its ceiling. */
export const LEAST_QUESTIONS = 12

export type GuessedCourse = { id: string; gain: number; questions: number; over: boolean; toBlame: string[] }
export type GuessReport = {
  strategy: StrategyName
  locale: Locale
  overall: number
  over: boolean
  courses: GuessedCourse[]
}

/** The gain of each strategy in each language, for each course and over all courses. */
export function guessReport(courses: readonly { id: string; keys: readonly QuestionKey[] }[]): GuessReport[] {
  return LOCALES.flatMap((locale) =>
    STRATEGY_NAMES.map((strategy) => {
      const guessed = courses.map(({ id, keys }) => ({ id, guesses: guessBank(keys, strategy, locale) }))
      const overall = gain(guessed.flatMap(({ guesses }) => guesses))
      const rows = guessed.map(({ id, guesses }) => ({
        id,
        gain: gain(guesses),
        questions: guesses.length,
        over: guesses.length >= LEAST_QUESTIONS && gain(guesses) > MOST_IN_A_COURSE,
        toBlame: toBlame(guesses),
      }))
      return { strategy, locale, overall, over: overall > MOST_OVERALL, courses: rows }
    }),
  )
}
