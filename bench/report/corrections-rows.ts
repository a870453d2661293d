import { CORRECTIONS, type CorrectionFigures } from '../corrections'
import { type Column, fixed, table } from './table'

/** The most processor seconds that a correction may take, however many people read it. */
const MOST_SECONDS = 5
const COLUMNS: Column[] = [
  { head: 'people reached' },
  { head: 'corrections' },
  { head: 'rows touched' },
  { head: 'CPU s' },
  { head: 's' },
  { head: 'statements' },
  { head: 'verdict', words: true },
]

export function correctionsTable(figures: CorrectionFigures): string[] {
  const { people, corrections, touched, cpuSeconds, seconds, statements } = figures
  const cheap = touched === 0 && (cpuSeconds === null || cpuSeconds <= MOST_SECONDS)
  const good = cheap && people > 0 && corrections >= CORRECTIONS
  const cells = [people, corrections, touched, fixed(cpuSeconds, 1), fixed(seconds, 1), statements].map(String)
  return table(COLUMNS, [[...cells, good ? 'good' : 'missed']])
}
