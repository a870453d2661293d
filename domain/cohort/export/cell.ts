import { csvLine } from '../../csv'
import type { Day } from '../../time/day'

/** One cell of an exported list: a text, a number, a date, or empty. */
export type Cell = string | number | { day: Day } | null

/** Spreadsheets read days in this form as dates in every language. */
export function csvRow(cells: readonly Cell[]): string {
  return csvLine(cells.map((cell) => (cell === null ? '' : typeof cell === 'object' ? cell.day : String(cell))))
}
