import type { SearchFigures } from '../search/search-figures'
import { type Column, fixed, table } from './table'

const COLUMNS: Column[] = [
  { head: 'library', words: true },
  { head: 'entries' },
  { head: 'words' },
  { head: 'build ms' },
  { head: 'memory MB' },
  { head: 'queries' },
  { head: 'p50 ms' },
  { head: 'p95 ms' },
  { head: 'CPU ms' },
]

export function searchTable(rows: readonly SearchFigures[]): string[] {
  const lines = rows.map(({ times, entries, words, buildMs, memoryMb, done, p50, p95, cpu }) => [
    times === 1 ? 'as it is' : `× ${times}`,
    String(entries),
    String(words),
    fixed(buildMs, 0),
    fixed(memoryMb, 0),
    String(done),
    fixed(p50, 1),
    fixed(p95, 1),
    fixed(cpu, 2),
  ])
  return table(COLUMNS, lines)
}
