import type { CountTable } from './count-table'

/**
 * Counts people by row and column.
 *
 * @param cellOf the row and column of one person.
 * @throws {RangeError} if a person belongs to no row or column: she would be missing from the totals.
 */
export function tabulate<T>(
  people: readonly T[],
  { rowsAre, rows, columns }: Omit<CountTable, 'counts'>,
  cellOf: (person: T) => { row: string; column: string },
): CountTable {
  const counts = rows.map(() => columns.map(() => 0))
  for (const person of people) {
    const { row, column } = cellOf(person)
    const line = counts[rows.indexOf(row)]
    const place = columns.indexOf(column)
    if (!line || place === -1) throw new RangeError(`no cell ${row}, ${column}`)
    line[place] = (line[place] ?? 0) + 1
  }
  return { rowsAre, rows, columns, counts }
}
