import { type CountTable, withTotals } from './count-table'
import type { Definition } from './definition'
import { MINIMUM_CELL_COUNT } from './minimum-cell-count'
import { suppressList } from './suppress-list'
import { suppressTable } from './suppress-table'

/** `protects-a-group` does not say whether the figure itself is the small one: that would reveal its neighbours. */
export const HIDDEN_REASONS = ['too-few-people', 'protects-a-group', 'too-few-questions'] as const
export type HiddenReason = (typeof HIDDEN_REASONS)[number]

/** `given` counts people by answer; unless all these counts can be shown, the statistic is hidden. */
type Statistic = { definition: Definition; given?: readonly number[] }
export type Counts = Statistic & { table: CountTable }
/** One figure about `people`, or a reason if it cannot be computed. `least` is 5 by default. */
export type Measure<V extends object> = Statistic & { people: number; least?: number; value: V | HiddenReason }

export type Cell = { status: 'shown'; people: number } | { status: 'hidden'; reason: HiddenReason }
export type DisclosedCounts = {
  definition: Definition
  people: Cell
  /** The cells are in the order of the columns. */
  rows: readonly { label: string; people: Cell; cells: readonly Cell[] }[]
  columns: readonly { label: string; people: Cell }[]
}
export type DisclosedMeasure<V> = { definition: Definition } & (
  | { status: 'shown'; people: number; value: V }
  | { status: 'hidden'; reason: HiddenReason }
)

let open: <S extends Statistic>(sealed: Disclosable<S>) => S

/** A statistic on answers that no code can read, print or serialise: only `disclose` opens it. */
export class Disclosable<S extends Statistic> {
  readonly #statistic: S

  constructor(statistic: S) {
    this.#statistic = statistic
  }

  static {
    open = (sealed) => sealed.#statistic
  }
}

/**
 * The only way to read a statistic on answers. Suppresses groups of fewer than five people, and every figure from which
 * a reader could derive them by subtraction (secondary suppression). Figures shown side by side must be about the same
 * people.
 */
export function disclose(sealed: Disclosable<Counts>): DisclosedCounts
export function disclose<V extends object>(sealed: Disclosable<Measure<V>>): DisclosedMeasure<V>
export function disclose<V extends object>(sealed: Disclosable<Counts | Measure<V>>) {
  const statistic = open(sealed as Disclosable<Counts | Measure<V>>)
  return 'table' in statistic ? discloseCounts(statistic) : discloseMeasure(statistic)
}

function discloseCounts({ definition, table, given }: Counts): DisclosedCounts {
  const grid = withTotals(table.counts)
  const people = grid.at(-1)?.at(-1) ?? 0
  const hidden = suppressTable(table)
  const reason = people < MINIMUM_CELL_COUNT && !given ? 'too-few-people' : 'protects-a-group'
  const cellAt = (row: number, column: number): Cell =>
    hidden[row]?.[column] !== false || isHidden(given)
      ? { status: 'hidden', reason }
      : { status: 'shown', people: grid[row]?.[column] ?? 0 }
  const { length: last } = table.columns
  return {
    definition,
    people: cellAt(table.rows.length, last),
    rows: table.rows.map((label, row) => ({
      label,
      people: cellAt(row, last),
      cells: table.columns.map((_, column) => cellAt(row, column)),
    })),
    columns: table.columns.map((label, column) => ({ label, people: cellAt(table.rows.length, column) })),
  }
}

function discloseMeasure<V extends object>(measure: Measure<V>): DisclosedMeasure<V> {
  const { definition, people, value, given, least = MINIMUM_CELL_COUNT } = measure
  if (people < Math.max(least, MINIMUM_CELL_COUNT)) return { definition, status: 'hidden', reason: 'too-few-people' }
  if (typeof value === 'string') return { definition, status: 'hidden', reason: value }
  if (isHidden(given)) return { definition, status: 'hidden', reason: 'protects-a-group' }
  return { definition, status: 'shown', people, value }
}

function isHidden(given: readonly number[] | undefined): boolean {
  return given !== undefined && suppressList(given, 0).includes(true)
}
