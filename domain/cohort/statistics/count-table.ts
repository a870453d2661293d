/**
 * People counted by row and by what they answered (columns); each stands in exactly one cell. Rows of `groups` say who
 * somebody is: nobody in a group tells nothing. Rows of `answers` say what somebody did: nobody there tells it of everyone.
 * Columns are answers too, unless they say who somebody is.
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
  return numbers.reduce((total, each) => total + each, 0)
}
