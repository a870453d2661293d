import { csvLine } from '../../csv'
import type { Day } from '../day'

/** One cell of a list: a text, a number, a real date, or nothing. */
export type Cell = string | number | { day: Day } | null

/** A spreadsheet reads days of this form as dates in every language. */
export function csvRow(cells: readonly Cell[]): string {
  return csvLine(cells.map((cell) => (cell === null ? '' : typeof cell === 'object' ? cell.day : String(cell))))
}
