import type { PrintedTable } from '@/domain/cohort/report/printed-table'
import type { Locale } from '@/domain/locale'
import type { SheetRow, Words } from './sheet'

type Group = PrintedTable['columns'][number]
type Names = {
  /** The name of a group that stands by itself. */
  row: (label: string) => string
  column: (label: string) => string
  /** Columns that are counted together, if they have a name of their own. */
  mergedColumns?: string
  /** Of the row of totals. */
  total: string
}

/**
 * A table as it is printed: the rows with their totals and cells, then a row of totals. If only totals are published,
 * those of the columns are rows below.
 */
export function groupRows(table: PrintedTable, names: Names, words: Words): { columns: string[]; rows: SheetRow[] } {
  const { people, columns, rows } = table
  const columnName = (group: Group) => (group.of && names.mergedColumns) || nameOf(group, names.column, words)
  const onlyTotals = columns.length > 0 && rows.length > 0 && rows.every(({ cells }) => cells.length === 0)
  const body = rows.map((row) => ({
    id: row.label,
    head: nameOf(row, names.row, words),
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

/** The name of a group, or the names of those that are counted together. */
export function nameOf({ label, of }: Group, name: (label: string) => string, { locale, t }: Words): string {
  return of ? t('report.merged', { names: of.map(name).join(comma(locale)) }) : name(label)
}

export const comma = (locale: Locale) => (locale === 'ar' ? '، ' : ', ')
