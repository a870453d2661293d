import { z } from 'zod'
import type { CountTable } from '../statistics/count-table'
import { DEFINITIONS, type Definition } from '../statistics/definition'
import { type Cell, Disclosable, disclose } from '../statistics/disclose'
import { type MergedTable, type Merging, mergeSmallGroups } from './merge-small-groups'

/** Counts of people are rounded to multiples of this number. */
export const PRINTED_STEP = 5

/** Null for a hidden count, without saying which of the hidden ones is the small one. */
export const printedSchema = z.int().nonnegative().nullable()
export type Printed = z.infer<typeof printedSchema>

/** `of` names the groups that are counted together under the label `MERGED`. Tables stored before have none. */
const groupSchema = z.strictObject({
  label: z.string(),
  people: printedSchema,
  of: z.array(z.string()).min(2).optional(),
})

/**
 * Counts of people for publication: suppressed, then rounded. The cells are in the order of the columns. If there are
 * none, only the totals of rows and columns are published.
 */
export const printedTableSchema = z.strictObject({
  definition: z.enum(DEFINITIONS),
  people: printedSchema,
  columns: z.array(groupSchema),
  rows: z.array(groupSchema.extend({ cells: z.array(printedSchema) })),
})
export type PrintedTable = z.infer<typeof printedTableSchema>

/**
 * Merges small groups, suppresses those that remain with every count from which a reader could derive them by
 * subtraction, and rounds the rest.
 *
 * Rounding protects tables that are compared, of two days, or of an institution and the country. Each rounded count is
 * up to two people off, so a difference of two tables is inexact, and one more person changes no printed count unless
 * it passes the middle between two multiples. Rounding is applied after suppression, so it reveals nothing.
 *
 * @see HESA, Rounding and suppression to anonymise statistics: counts of people to the nearest multiple of 5.
 */
export function printPeople(definition: Definition, table: CountTable, merging: Merging): PrintedTable {
  const merged = mergeSmallGroups(table, merging)
  if ('inner' in merged) return printMerged(definition, merged.inner)
  const rows = printMerged(definition, merged.rows)
  return { ...rows, rows: rows.rows.map((row) => ({ ...row, cells: [] })), columns: listOf(definition, merged.columns) }
}

/** The same for a table whose groups are merged already. */
export function printMerged(definition: Definition, { table, rowParts, columnParts }: MergedTable): PrintedTable {
  const { people, rows, columns } = disclose(new Disclosable({ definition, table }))
  return {
    definition,
    people: printed(people),
    columns: columns.map((column, place) => ({
      label: column.label,
      people: printed(column.people),
      ...partsOf(columnParts[place]),
    })),
    rows: rows.map(({ label, people: all, cells }, place) => ({
      label,
      people: printed(all),
      cells: cells.map(printed),
      ...partsOf(rowParts[place]),
    })),
  }
}

/** The rows of a list, as the columns of a table. */
function listOf(definition: Definition, list: MergedTable): PrintedTable['columns'] {
  return printMerged(definition, list).rows.map(({ cells: _, ...group }) => group)
}

const partsOf = (part: readonly string[] | undefined) => (part && part.length > 1 ? { of: [...part] } : {})

function printed(cell: Cell): Printed {
  return cell.status === 'hidden' ? null : Math.round(cell.people / PRINTED_STEP) * PRINTED_STEP
}

export type Counted = { row: string; column: string; people: number }

/** A table of groups. @throws {RangeError} for a count without a row or column: it would be missing from the totals. */
export function countTable(
  rows: readonly string[],
  columns: readonly string[],
  counted: readonly Counted[],
): CountTable {
  const counts = rows.map(() => columns.map(() => 0))
  for (const { row, column, people } of counted) {
    const line = counts[rows.indexOf(row)]
    const place = columns.indexOf(column)
    if (!line || place === -1) throw new RangeError(`no cell ${row}, ${column}`)
    line[place] = (line[place] ?? 0) + people
  }
  return { rowsAre: 'groups', rows, columns, counts }
}
