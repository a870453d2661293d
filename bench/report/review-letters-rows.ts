import type { ReviewLetters } from '../review-letters'
import { type Column, fixed, table } from './table'

/** The most processor seconds that the letters may take on a day on which everybody has questions due. */
const MOST_SECONDS = 60
const COLUMNS: Column[] = [
  { head: 'people due' },
  { head: 'letters' },
  { head: 'CPU s' },
  { head: 's' },
  { head: 'statements' },
  { head: 'verdict', words: true },
]

export function reviewLettersTable({ people, letters, cpuSeconds, seconds, statements }: ReviewLetters): string[] {
  const good = letters === people && (cpuSeconds === null || cpuSeconds <= MOST_SECONDS)
  const figures = [people, letters, fixed(cpuSeconds, 1), fixed(seconds, 1), statements].map(String)
  return table(COLUMNS, [[...figures, good ? 'good' : 'missed']])
}
