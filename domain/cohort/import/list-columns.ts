import { countKnownHeaders, type RosterColumn } from './columns'
import { headerAt } from './find-header'
import type { ReadingPlan } from './reading-plan'

type Row = { line: number; cells: readonly string[] }
/** The source of a column's meaning: its header, its cells, or a person's choice. */
export type ColumnOrigin = 'read' | 'proposed' | 'chosen' | 'unused'
export type ListedColumn = {
  place: number
  written: string
  samples: readonly string[]
  column: RosterColumn | null
  origin: ColumnOrigin
}

const SAMPLES = 3
const MOST_LISTED = 60

/** The columns of a list that are not empty, with sample cells. @param head the first rows of the list. */
export function listColumns(head: readonly Row[], { header, columns }: ReadingPlan): ListedColumn[] {
  const found = headerAt(head, header ?? null)
  return (columns ?? [])
    .map((column, place): ListedColumn => {
      const written = found.cells[place] ?? ''
      const filled = found.rows.map(({ cells }) => cells[place] ?? '').filter((cell) => cell !== '')
      return {
        place,
        written,
        samples: filled.slice(0, SAMPLES),
        column,
        origin: originOf(column, found.taken[place], written),
      }
    })
    .filter(({ written, samples, column }) => written !== '' || samples.length > 0 || column !== null)
    .slice(0, MOST_LISTED)
}

function originOf(column: RosterColumn | null, found: RosterColumn | null | undefined, written: string): ColumnOrigin {
  if (column === null) return 'unused'
  if (column !== found) return 'chosen'
  return countKnownHeaders([written]) > 0 ? 'read' : 'proposed'
}
