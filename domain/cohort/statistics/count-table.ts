/**
 * People counted by row and by answer (columns). Each person is in exactly one cell. Rows that are `groups` say who a
 * person is: an empty group reveals nothing. Rows that are `answers` say what a person did: an empty one reveals that
 * nobody did it. Columns are answers too, unless they are declared as groups.
 */
export type CountTable = {
  rowsAre: 'groups' | 'answers'
  rows: readonly string[]
  columns: readonly string[]
  columnsAre?: 'groups' | 'answers'
  counts: readonly (readonly number[])[]
}

/** The counts with a total at the end of every row, and a last row of totals. */
export function withTotals(counts: CountTable['counts']): number[][] {
  const rows = counts.map((row) => [...row, sum(row)])
  const columns = rows[0]?.map((_, column) => sum(rows.map((row) => row[column] ?? 0))) ?? [0]
  return [...rows, columns]
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
