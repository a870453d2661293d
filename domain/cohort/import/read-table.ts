import { type NamedColumn, namedColumns, placesOf, type RosterColumn } from './columns'
import { displayText } from './display-text'
import { findHeader, headerAt } from './find-header'
import { valuesIn } from './read-row'
import { mendsOf, type ReadingPlan, type ValueKind, valueKey } from './reading-plan'
import { type ReadLine, readRows } from './validate-rows'

type Row = { line: number; cells: readonly string[] }
/** A value of the list with the number of its rows. `known`: the platform understands it without an answer. */
export type ListValue = { kind: ValueKind; key: string; written: string; rows: number; known: boolean }
export type ReadTable = {
  header: number | null
  columns: readonly (RosterColumn | null)[]
  named: readonly NamedColumn[]
  lines: readonly ReadLine[]
  /** The values that a person may want to correct, the most frequent first. */
  values: readonly ListValue[]
}

/** The number of values of each kind that a page can show. */
const MOST_VALUES = 100
const MOST_COLUMNS = 200

/** Reads the rows of a list by the decisions in the plan; what the plan leaves open is detected. */
export function readTable(rows: readonly Row[], plan: ReadingPlan): ReadTable {
  const found = plan.header === undefined ? findHeader(rows) : headerAt(rows, plan.header)
  const columns = (plan.columns ?? found.taken).slice(0, MOST_COLUMNS)
  const places = placesOf(columns)
  return {
    header: found.line,
    columns,
    named: namedColumns(found.cells, columns),
    lines: readRows(found.rows, places, mendsOf(plan)),
    values: valuesOf(found.rows, places),
  }
}

/** Functions and languages that are not understood, and all courts, since there is no list of them. */
function valuesOf(rows: readonly Row[], columns: ReturnType<typeof placesOf>): ListValue[] {
  const found = new Map<string, ListValue>()
  for (const { kind, written, known } of rows.flatMap(({ cells }) => valuesIn(cells, columns))) {
    if (known !== null && kind !== 'institution') continue
    const key = valueKey(written)
    const value = found.get(`${kind}:${key}`)
    if (value) value.rows += 1
    else
      found.set(`${kind}:${key}`, {
        kind,
        key,
        written: displayText(written, written.length),
        rows: 1,
        known: known !== null,
      })
  }
  const all = [...found.values()].toSorted((a, b) => b.rows - a.rows)
  return (['function', 'institution', 'locale'] as const).flatMap((kind) =>
    all.filter((value) => value.kind === kind).slice(0, MOST_VALUES),
  )
}
