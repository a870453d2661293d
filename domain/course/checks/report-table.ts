import { LOCALES, type Locale } from '../../locale'
import { SIGN_ROLES } from '../../signoff/signoff'
import type { CourseCounts } from './count-course'
import type { ReviewCounts } from './count-reviewed'

const HEAD = [
  'course',
  'lessons',
  'practice',
  'exam',
  'second',
  'cases',
  'questions ar/fr/en',
  'words ar/fr/en',
  'citations ar/fr/en',
]
const SIGNED = SIGN_ROLES.map((role) => `${role} sign-offs`)

/** The contents of the courses, one line each, and their sum. Counts by language are in the order ar/fr/en. */
export function reportTable(courses: readonly CourseCounts[]): string[] {
  const rows = [...courses.map((course) => [course.id, ...cellsOf([course])]), ['total', ...cellsOf(courses)]]
  const table = [[...HEAD, ...SIGNED], ...rows]
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? []
  return table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

/** `0/2/0 of 5` for each role. */
export function signedCells(reviews: readonly ReviewCounts[]): string[] {
  const parts = sum(reviews, ({ parts }) => parts)
  return SIGN_ROLES.map((role) => `${inEach((locale) => sum(reviews, (counts) => counts[role][locale]))} of ${parts}`)
}

function cellsOf(courses: readonly CourseCounts[]): string[] {
  const lessons = courses.flatMap((course) => course.lessons)
  const written = (what: 'words' | 'citations') =>
    inEach((locale) => sum(lessons, ({ languages }) => languages[locale]?.[what] ?? 0))
  return [
    `${lessons.length}`,
    `${sum(lessons, ({ practice }) => practice)}`,
    `${sum(courses, ({ bank }) => bank.questions)}`,
    `${sum(courses, ({ second }) => second)}`,
    `${sum(courses, ({ cases }) => Object.values(cases).reduce((all, count) => all + count, 0))}`,
    inEach((locale) => sum(courses, ({ questions }) => questions[locale])),
    written('words'),
    written('citations'),
    ...signedCells(courses.map(({ review }) => review)),
  ]
}

function inEach(count: (locale: Locale) => number): string {
  return LOCALES.map(count).join('/')
}

function sum<T>(items: readonly T[], count: (item: T) => number): number {
  return items.reduce((total, item) => total + count(item), 0)
}
