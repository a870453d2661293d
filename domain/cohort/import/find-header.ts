import { emailSchema } from '../../person/email'
import { countKnownHeaders, type RosterColumn, readHeader, type Script } from './columns'
import { functionNamed } from './function-names'

type Row = { line: number; cells: readonly string[] }
export type Taken = readonly (RosterColumn | null)[]
/** `line`: the line of the header in the file; null if the list has none. `rows`: those under it. */
export type ReadHeader<R extends Row> = {
  line: number | null
  cells: readonly string[]
  taken: Taken
  rows: readonly R[]
}

/** A title, a date and the sender may come before the headers. */
export const HEADER_WITHIN = 10
const ROWS_LOOKED_AT = 50

/**
 * Finds the header of a list, and the rows under it: the first row with an e-mail column, otherwise the row with the
 * most headers, otherwise the row above the first address.
 *
 * @param rows those that are not blank.
 */
export function findHeader<R extends Row>(rows: readonly R[]): ReadHeader<R> {
  const first = rows.slice(0, HEADER_WITHIN)
  const named = first.find(({ cells }) => readHeader(cells).includes('email'))
  const known = first.toSorted((a, b) => countKnownHeaders(b.cells) - countKnownHeaders(a.cells))[0]
  if (named) return headerAt(rows, named.line)
  if (known && countKnownHeaders(known.cells) > 0) return headerAt(rows, known.line)
  const person = first.findIndex(({ cells }) => cells.some(isEmail))
  return headerAt(rows, person < 0 ? (first[0]?.line ?? null) : (first[person - 1]?.line ?? null))
}

/** The same for a chosen header. A line that the list does not have means no header. */
export function headerAt<R extends Row>(rows: readonly R[], line: number | null): ReadHeader<R> {
  const at = line === null ? -1 : rows.findIndex((row) => row.line === line)
  const under = rows.slice(at + 1)
  const sample = under.slice(0, ROWS_LOOKED_AT).map(({ cells }) => cells)
  const cells = rows[at]?.cells ?? []
  const taken = readHeader(cells, (place) => scriptIn(sample.map((row) => row[place] ?? '')))
  return { line: at < 0 ? null : line, cells, taken: withProposals(taken, sample), rows: under }
}

/** Null if both scripts have equally many cells. */
function scriptIn(cells: readonly string[]): Script | null {
  const arabic = cells.filter((cell) => /\p{Script=Arabic}/u.test(cell)).length
  const latin = cells.filter((cell) => /\p{Script=Latin}/u.test(cell)).length
  if (arabic === latin) return null
  return arabic > latin ? 'Arabic' : 'Latin'
}

/** Adds columns whose header says nothing but whose cells are mostly e-mail addresses or functions. */
function withProposals(taken: Taken, sample: readonly (readonly string[])[]): Taken {
  const width = Math.max(taken.length, ...sample.map((row) => row.length))
  const all = Array.from({ length: width }, (_, place) => taken[place] ?? null)
  const propose = (column: RosterColumn, isOne: (cell: string) => boolean) => {
    if (all.includes(column)) return
    const place = all.findIndex((known, n) => known === null && isMostly(sample, n, isOne))
    if (place >= 0) all[place] = column
  }
  propose('email', isEmail)
  propose('function', (cell) => functionNamed(cell) !== null)
  return all
}

function isMostly(sample: readonly (readonly string[])[], place: number, isOne: (cell: string) => boolean): boolean {
  const filled = sample.map((row) => row[place]?.trim() ?? '').filter((cell) => cell !== '')
  return filled.length > 0 && filled.filter(isOne).length * 2 > filled.length
}

function isEmail(cell: string): boolean {
  return emailSchema.safeParse(cell).success
}
