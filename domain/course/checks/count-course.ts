import { LOCALES, type Locale } from '../../locale'
import { positionShares } from '../../question/kinds/shares'
import { citationDensity } from './citation-density'
import { countReviewed, type ReviewCounts } from './count-reviewed'
import { allQuestions, isChoice, keyIsLongest, keysOf } from './questions'
import type { CourseSource, Prose } from './source'

export type LessonCounts = { id: string; practice: number; languages: Partial<Record<Locale, ProseCounts>> }
export type ProseCounts = { words: number; citations: number; citationsPerHundredWords: number }
export type CourseCounts = {
  id: string
  lessons: LessonCounts[]
  bank: {
    questions: number
    byObjective: Record<string, number>
    byKind: Record<string, number>
    /** Shares in [0, 1]. */
    onFacts: number
    longestKey: Record<Locale, number>
    keyPositions: number[]
  }
  /** The number of second forms. */
  second: number
  /** The number of invented files, by kind. */
  cases: Record<string, number>
  /** The number of questions in each language. It is equal in all: a question that lacks a text is not read. */
  questions: Record<Locale, number>
  /** The lessons, the invented files and the bank, and how many of them have a sign-off that counts. */
  review: ReviewCounts
}

/** The figures that the checks measure. */
export function countCourse(course: CourseSource): CourseCounts {
  const keys = keysOf(course.bank)
  const choices = keys.filter(isChoice)
  return {
    id: course.path.split('/').at(-1) ?? '',
    lessons: course.lessons.map(({ id, practice, prose }) => ({
      id,
      practice: practice.length,
      languages: Object.fromEntries(Object.values(prose).map((text) => [text.locale, countProse(text)])),
    })),
    bank: {
      questions: course.bank.length,
      byObjective: tally(keys.map(({ objective }) => objective)),
      byKind: tally(keys.map(({ kind }) => kind)),
      onFacts: share(keys, ({ pattern }) => pattern),
      longestKey: inEach((locale) => share(choices, (key) => keyIsLongest(key, locale))),
      keyPositions: positionShares(keys.filter((key) => key.kind === 'single')).map(({ count }) => count),
    },
    second: course.second.length,
    cases: tally(course.cases.flatMap(({ file }) => file.value?.kind ?? [])),
    questions: inEach((locale) => keysOf(allQuestions(course)).filter(({ stem }) => stem[locale] !== '').length),
    review: countReview(course),
  }
}

function countReview({ lessons, cases, bank, bankSignoff, bankHashes }: CourseSource): ReviewCounts {
  const parts = [...lessons, ...cases, ...(bank.length > 0 ? [{ signoff: bankSignoff, hashes: bankHashes }] : [])]
  return countReviewed(parts.map(({ signoff, hashes }) => ({ signoff: signoff.value ?? [], hashes })))
}

function countProse(prose: Prose): ProseCounts {
  return {
    words: prose.words,
    citations: prose.citations.length,
    citationsPerHundredWords: round(citationDensity(prose)),
  }
}

function inEach(count: (locale: Locale) => number): Record<Locale, number> {
  return Object.fromEntries(LOCALES.map((locale) => [locale, count(locale)])) as Record<Locale, number>
}

function tally(names: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    [...new Set(names)].toSorted().map((name) => [name, names.filter((other) => other === name).length]),
  )
}

function share<T>(items: readonly T[], fits: (item: T) => boolean): number {
  return items.length === 0 ? 0 : round(items.filter(fits).length / items.length)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
