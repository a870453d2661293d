import type { RetentionFigures } from '../retention'
import { type Column, fixed, table } from './table'

/** The most processor seconds that it may take for each thousand people. */
const MOST_SECONDS_A_THOUSAND = 0.5
const COLUMNS: Column[] = [
  { head: 'people' },
  { head: 'CPU s' },
  { head: 's' },
  { head: 'statements' },
  { head: 'not read', words: true },
  { head: 'verdict', words: true },
]

export function retentionTable({ people, cpuSeconds, seconds, statements, failed }: RetentionFigures): string[] {
  const good = failed.length === 0 && (cpuSeconds === null || cpuSeconds <= (people / 1000) * MOST_SECONDS_A_THOUSAND)
  const figures = [people, fixed(cpuSeconds, 1), fixed(seconds, 1), statements].map(String)
  return table(COLUMNS, [[...figures, failed.join(' ') || '–', good ? 'good' : 'missed']])
}
