import { z } from 'zod'
import { ROSTER_COLUMNS } from '../cohort/import/columns'
import { type ColumnsProblem, readColumnsForm } from '../cohort/import/columns-form'
import { HEADER_WITHIN } from '../cohort/import/find-header'
import type { ListValue } from '../cohort/import/read-table'
import { MENDABLE, type ReadingPlan, VALUE_KINDS } from '../cohort/import/reading-plan'
import { type KeptAnswers, readValuesForm } from '../cohort/import/values-form'
import { MOST_NAMED } from './naming'

type Row = { line: number; cells: readonly string[] }
/** The cells of a list and how they are to be read, as the form of the preview carries them. */
export type CarriedList = { cells: readonly Row[]; plan: ReadingPlan }

/**
 * A list with more text is not carried: it can only be corrected in its file. An Arabic letter has two bytes, and the
 * web server takes forms of 256 kB.
 */
const MOST_CHARACTERS = 100_000
const MOST_COLUMNS = 200

const cellsSchema = z
  .array(z.tuple([z.int().positive(), z.array(z.string()).max(MOST_COLUMNS)]))
  .max(MOST_NAMED + HEADER_WITHIN)
const word = z.string().max(500)
const planSchema = z.strictObject({
  header: z.int().positive().nullable(),
  columns: z.array(z.enum(ROSTER_COLUMNS).nullable()).max(MOST_COLUMNS),
  answers: z.array(z.strictObject({ kind: z.enum(VALUE_KINDS), key: word, as: word.nullable() })).max(1000),
  fixes: z
    .array(
      z.strictObject({
        line: z.int(),
        aside: z.boolean(),
        cells: z.partialRecord(z.enum(MENDABLE), word),
      }),
    )
    .max(MOST_NAMED),
})

/** Null for a list that is too long to be carried. */
export function packList({ cells, plan }: CarriedList): { cells: string; plan: string } | null {
  const packed = JSON.stringify(cells.map(({ line, cells: some }) => [line, some.slice(0, MOST_COLUMNS)]))
  const how = JSON.stringify(plan)
  return packed.length + how.length > MOST_CHARACTERS ? null : { cells: packed, plan: how }
}

/** The list in a posted form; null if there is none, or if this site cannot have written it. */
export function unpackList(form: FormData): CarriedList | null {
  const [cells, plan] = ['cells', 'plan'].map((name) => parsed(form.get(name)))
  const read = { cells: cellsSchema.safeParse(cells).data, plan: planSchema.safeParse(plan).data }
  if (!read.cells || !read.plan) return null
  return { cells: read.cells.map(([line, some]) => ({ line, cells: some })), plan: read.plan }
}

function parsed(text: FormDataEntryValue | null | undefined): unknown {
  if (typeof text !== 'string' || text.length > MOST_CHARACTERS) return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

type Decided = { plan: ReadingPlan; keep: KeptAnswers } | ColumnsProblem

/** Applies the decisions of the form to a carried list: header and columns, values, and single rows. */
export function decideAbout(form: FormData, { cells, plan }: CarriedList, values: readonly ListValue[]): Decided {
  const lines = cells.slice(0, HEADER_WITHIN).map(({ line }) => line)
  const columns = readColumnsForm(form, plan, lines)
  if (columns.status === 'refused') return columns
  return readValuesForm(form, columns.plan, values)
}
