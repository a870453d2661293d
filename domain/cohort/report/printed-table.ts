import { z } from 'zod'
import type { CountTable } from '../statistics/count-table'
import { DEFINITIONS, type Definition } from '../statistics/definition'
import { type Cell, Disclosable, disclose } from '../statistics/disclose'

/** Counts of people are rounded to multiples of this number. */
export const PRINTED_STEP = 5

/** Null for a hidden count, without saying which of the hidden ones is the small one. */
export const printedSchema = z.int().nonnegative().nullable()
export type Printed = z.infer<typeof printedSchema>

/** Counts of people for publication: suppressed, then rounded. The cells are in the order of the columns. */
export const printedTableSchema = z.strictObject({
  definition: z.enum(DEFINITIONS),
  people: printedSchema,
  columns: z.array(z.strictObject({ label: z.string(), people: printedSchema })),
  rows: z.array(z.strictObject({ label: z.string(), people: printedSchema, cells: z.array(printedSchema) })),
})
export type PrintedTable = z.infer<typeof printedTableSchema>

/**
 * Suppresses small groups, and every count from which a reader could derive them by subtraction, and rounds the rest.
 *
 * Rounding protects tables that are compared, of two days, or of an institution and the country. Each rounded count is
 * up to two people off, so a difference of two tables is inexact, and one more person changes no printed count unless
 * it passes the middle between two multiples. Rounding is applied after suppression, so it reveals nothing.
 *
 * @see HESA, Rounding and suppression to anonymise statistics: counts of people to the nearest multiple of 5.
 */
export function printPeople(definition: Definition, table: CountTable): PrintedTable {
  const { people, rows, columns } = disclose(new Disclosable({ definition, table }))
  return {
    definition,
    people: printed(people),
    columns: columns.map((column) => ({ label: column.label, people: printed(column.people) })),
    rows: rows.map(({ label, people: total, cells }) => ({
      label,
      people: printed(total),
      cells: cells.map(printed),
    })),
  }
}

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
