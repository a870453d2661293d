import type { SlowSenderFigures } from '../slow-senders'
import { type Column, fixed, table } from './table'

const COLUMNS: Column[] = [
  { head: 'slow senders' },
  { head: 'meanwhile', words: true },
  { head: 'done' },
  { head: 'failed' },
  { head: 'p50 ms' },
  { head: 'longest ms' },
]

export function slowSendersTable(figures: readonly SlowSenderFigures[]): string[] {
  return table(
    COLUMNS,
    figures.map(({ senders, what, done, failed, p50, longest }) => [
      String(senders),
      what,
      String(done),
      String(failed),
      fixed(p50, 0),
      fixed(longest, 0),
    ]),
  )
}
