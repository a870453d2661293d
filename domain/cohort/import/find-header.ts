import { type Columns, type Header, type NamedColumn, type RosterColumn, readHeader, type Script } from './columns'

type Row = { line: number; cells: readonly string[] }
export type FoundHeader<R extends Row> =
  | { status: 'read'; columns: Columns; named: readonly NamedColumn[]; rows: readonly R[] }
  | { status: 'no-email' }
  | { status: 'twice'; column: RosterColumn }

/** A title, a date and the sender may come before the headers. */
export const HEADER_WITHIN = 10
const ROWS_LOOKED_AT = 50

/**
 * Finds the header of a list, and the rows under it. The header is the first row with an e-mail column.
 *
 * @param rows those that are not blank.
 */
export function findHeader<R extends Row>(rows: readonly R[]): FoundHeader<R> {
  for (const [index, { cells }] of rows.slice(0, HEADER_WITHIN).entries()) {
    const under = rows.slice(index + 1)
    const sample = under.slice(0, ROWS_LOOKED_AT)
    const header: Header = readHeader(cells, (place) => scriptIn(sample.map((row) => row.cells[place] ?? '')))
    if (header.status === 'read') return { ...header, rows: under }
    if (header.status === 'twice') return header
  }
  return { status: 'no-email' }
}

/** Null if both scripts have equally many cells. */
function scriptIn(cells: readonly string[]): Script | null {
  const arabic = cells.filter((cell) => /\p{Script=Arabic}/u.test(cell)).length
  const latin = cells.filter((cell) => /\p{Script=Latin}/u.test(cell)).length
  if (arabic === latin) return null
  return arabic > latin ? 'Arabic' : 'Latin'
}
