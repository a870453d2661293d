/** Columns of words are aligned left, columns of figures right. */
export type Column = { head: string; words?: true }

export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const all = [columns.map(({ head }) => head), ...rows]
  const widths = columns.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)))
  const pad = (text: string, column: number) =>
    columns[column]?.words ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0)
  return all.map((row) => row.map(pad).join('  ').trimEnd())
}

export function fixed(value: number | null, decimals: number): string {
  return value === null ? 'n/a' : value.toFixed(decimals)
}
