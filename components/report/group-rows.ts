import type { PrintedTable } from '@/domain/cohort/report/printed-table'
import type { Locale } from '@/domain/locale'
import type { SheetRow, Words } from './sheet'

type Group = PrintedTable['columns'][number]
type Names = {
  /** The name of a single group, not merged with others. */
  row: (label: string) => string
  column: (label: string) => string
  /** The name of merged columns, if they have one. */
  mergedColumns?: string
  /** The name of the row of totals. */
  total: string
}

/**
 * The rows of a printed table with their totals and cells, then a row of totals. If only totals are published, the
 * totals of the columns follow as rows.
 */
export function groupRows(table: PrintedTable, names: Names, words: Words): { columns: string[]; rows: SheetRow[] } {
  const { people, columns, rows } = table
  const columnName = (group: Group) =>
    (group.of && names.mergedColumns) || nameOf(group, names.column, words, columns.length === 1)
  const onlyTotals = columns.length > 0 && rows.length > 0 && rows.every(({ cells }) => cells.length === 0)
  const body = rows.map((row) => ({
    id: row.label,
    head: nameOf(row, names.row, words, rows.length === 1),
    cells: [row.people, ...row.cells],
  }))
  const total = { id: 'total', head: names.total }
  if (!onlyTotals)
    return {
      columns: columns.map(columnName),
      rows: [...body, { ...total, cells: [people, ...columns.map((column) => column.people)] }],
    }
  const apart = columns.length > 1 ? columns : []
  const below = apart.map((column) => ({ id: `of-${column.label}`, head: columnName(column), cells: [column.people] }))
  return { columns: [], rows: [...body, { ...total, cells: [people] }, ...below] }
}

/**
 * The name of a group, or the names of the merged groups.
 *
 * @param alone nothing stands beside it, so that they are not called the others.
 */
export function nameOf(
  { label, of }: Group,
  name: (label: string) => string,
  { locale, t }: Words,
  alone = false,
): string {
  if (!of) return name(label)
  const names = of.map(name).join(comma(locale))
  return alone ? names : t('report.merged', { names })
}

export const comma = (locale: Locale) => (locale === 'ar' ? '، ' : ', ')
