import { ROSTER_COLUMNS, type RosterColumn } from './columns'
import type { ReadingPlan } from './reading-plan'

export type ColumnsProblem = { problem: 'no-email' } | { problem: 'twice'; column: RosterColumn }
export type ColumnsDecision =
  | { status: 'decided'; plan: ReadingPlan; goesOn: boolean }
  | ({ status: 'refused' } & ColumnsProblem)

/** The form value that means that the list has no header. */
export const NO_HEADER = 'none'

/**
 * Reads the decisions about the columns of a list. If another header was chosen, its columns are detected again,
 * because the other choices in the form were about the old header.
 *
 * @param lines the lines that may be the header.
 */
export function readColumnsForm(form: FormData, plan: ReadingPlan, lines: readonly number[]): ColumnsDecision {
  const sent = form.get('header')
  const header = sent === NO_HEADER ? null : (lines.find((line) => String(line) === sent) ?? plan.header)
  if (header !== plan.header) return { status: 'decided', plan: { ...plan, header, columns: null }, goesOn: false }
  const columns = (plan.columns ?? []).map((before, place) => {
    const chosen = form.get(`column.${place}`)
    return chosen === null ? before : (ROSTER_COLUMNS.find((column) => column === chosen) ?? null)
  })
  const twice = columns.find((column, place) => column !== null && columns.indexOf(column) !== place)
  if (twice) return { status: 'refused', problem: 'twice', column: twice }
  if (!columns.includes('email')) return { status: 'refused', problem: 'no-email' }
  return { status: 'decided', plan: { ...plan, header, columns }, goesOn: form.get('go') === 'on' }
}
