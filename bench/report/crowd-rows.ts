import type { CrowdFigures } from '../crowd'
import { type Column, fixed, table } from './table'

const COLUMNS: Column[] = [
  { head: 'answers', words: true },
  { head: 'p50 ms' },
  { head: 'p95 ms' },
  { head: 'longest ms' },
  { head: 'MB before' },
  { head: 'MB at most' },
  { head: 'MB after 30 s' },
]

export function crowdTable({ statuses, p50, p95, longest, memory }: CrowdFigures): string[] {
  const answers = Object.entries(statuses).map(([status, count]) => `${count} × ${status === '0' ? 'none' : status}`)
  const { before, most, afterRest } = memory
  const figures = [p50, p95, longest, before, most, afterRest].map((figure) => fixed(figure, 0))
  return table(COLUMNS, [[answers.join(', '), ...figures]])
}
