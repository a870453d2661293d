import { LOCALES, type Locale } from '../../locale'
import { countsFor } from '../reviewed'
import { citationDensity } from './citation-density'
import { keyPositions } from './key-position'
import { isChoice, keyIsLongest, keysOf } from './questions'
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
  /** Lessons and bank, and how many of them a jurist has signed as they stand. */
  review: { parts: number; legal: Record<Locale, number> }
}

/** What the checks measure, as data. */
export function countCourse(course: CourseSource): CourseCounts {
  const keys = keysOf(course.bank)
  const choices = keys.filter(isChoice)
  return {
    id: course.path.split('/').at(-1) ?? '',
    lessons: course.lessons.map(({ id, practice, prose }) => ({
      id,
      practice: practice.length,
      languages: Object.fromEntries(Object.values(prose).map((each) => [each.locale, countProse(each)])),
    })),
    bank: {
      questions: course.bank.length,
      byObjective: tally(keys.map(({ objective }) => objective)),
      byKind: tally(keys.map(({ kind }) => kind)),
      onFacts: share(keys, ({ pattern }) => pattern),
      longestKey: Object.fromEntries(
        LOCALES.map((locale) => [locale, share(choices, (key) => keyIsLongest(key, locale))]),
      ) as Record<Locale, number>,
      keyPositions: keyPositions(course).map(({ count }) => count),
    },
    review: countReview(course),
  }
}

function countReview({ lessons, bank, bankSignoff, bankHashes }: CourseSource): CourseCounts['review'] {
  const parts = [...lessons, ...(bank.length > 0 ? [{ signoff: bankSignoff, hashes: bankHashes }] : [])]
  const signed = (locale: Locale) =>
    parts.filter(({ signoff, hashes }) =>
      (signoff.value ?? []).some((sign) => countsFor(sign, 'legal', locale, hashes[locale])),
    ).length
  return { parts: parts.length, legal: { ar: signed('ar'), fr: signed('fr'), en: signed('en') } }
}

function countProse(prose: Prose): ProseCounts {
  return {
    words: prose.words,
    citations: prose.citations.length,
    citationsPerHundredWords: round(citationDensity(prose)),
  }
}

function tally(names: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    [...new Set(names)].toSorted().map((name) => [name, names.filter((each) => each === name).length]),
  )
}

function share<T>(items: readonly T[], fits: (item: T) => boolean): number {
  return items.length === 0 ? 0 : round(items.filter(fits).length / items.length)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
