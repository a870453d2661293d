import type { BesideImport } from '../beside-imports'
import { type Column, fixed, table } from './table'

/** The longest time that another request may wait for its answer. */
const MOST_MS = 300
const COLUMNS: Column[] = [
  { head: 'list or text', words: true },
  { head: 'answers' },
  { head: 'takes ms' },
  { head: 'asked' },
  { head: 'p50 ms' },
  { head: 'p95 ms' },
  { head: 'longest ms' },
  { head: 'verdict', words: true },
]

export function besideImportsTable(figures: readonly BesideImport[]): string[] {
  const row = ({ list, status, importMs, asked, p50, p95, longest }: BesideImport) => [
    list,
    String(status),
    fixed(importMs, 0),
    String(asked),
    ...[p50, p95, longest].map((figure) => fixed(figure, 0)),
    longest <= MOST_MS ? 'good' : 'missed',
  ]
  return table(COLUMNS, figures.map(row))
}
