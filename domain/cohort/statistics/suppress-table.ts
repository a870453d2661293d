import { type CountTable, withTotals } from './count-table'
import { type HiddenTable, hiddenRange, type Place } from './hidden-range'
import { MINIMUM_CELL_COUNT } from './minimum-cell-count'
import { suppressList } from './suppress-list'

/**
 * Decides which cells of a table with totals (a last column and a last row) are hidden: groups under five (primary
 * suppression), then others (secondary suppression) until no reader can derive a hidden one, or even be sure that it is
 * under five.
 *
 * Totals are decided first and by themselves. Two tables with a common total thus show the same totals, and comparing
 * them reveals nothing. After that, only inner cells are hidden: if all of them are, each can lie anywhere up to the
 * smaller of its two totals, which are five or more as far as the reader knows.
 *
 * A reader who knows this rule, and searches for all tables that it would hide in the same way, can still single out a
 * cell in rare tables of few people in many cells (a minimality attack); in a single list that is impossible.
 *
 * @see Willenborg & de Waal, Elements of Statistical Disclosure Control, 2001, ch. 6, on secondary suppression.
 */
export function suppressTable(table: Pick<CountTable, 'counts' | 'rowsAre' | 'columnsAre'>): boolean[][] {
  const { counts, rowsAre, columnsAre } = table
  const grid = withTotals(counts)
  const people = grid.at(-1)?.at(-1) ?? 0
  if (people < MINIMUM_CELL_COUNT) return grid.map((row) => row.map(() => true))

  const rows = suppressTotals(
    grid.slice(0, -1).map((row) => row.at(-1) ?? 0),
    rowsAre,
    people,
  )
  const columns = suppressTotals(grid.at(-1)?.slice(0, -1) ?? [], columnsAre, people)
  const tellsNothing = (count: number, row: number, column: number) =>
    rows.shownEmpty[row] || columns.shownEmpty[column] || (bothGroups && count === 0 && !isBehind(row, column))
  // An empty cell between two groups is about nobody either, unless it would reveal that a hidden total is zero.
  const bothGroups = rowsAre === 'groups' && columnsAre === 'groups'
  const isBehind = (row: number, column: number) =>
    (rows.totals[row] === 0 && rows.hidden[row]) || (columns.totals[column] === 0 && columns.hidden[column])
  const hidden = [
    ...counts.map((row, place) => [
      ...row.map((count, column) => count < MINIMUM_CELL_COUNT && !tellsNothing(count, place, column)),
      rows.hidden[place] ?? true,
    ]),
    [...columns.hidden, false],
  ]
  const known = { counts: grid, leastRowTotal: rows.least, leastColumnTotal: columns.least }
  return suppressUntilSafe(
    { ...known, hidden },
    ({ row, column }) => !rows.shownEmpty[row] && !columns.shownEmpty[column],
  )
}

/** Which row or column totals are hidden, and the smallest value that a hidden one can have, as the reader knows. */
function suppressTotals(totals: readonly number[], are: CountTable['rowsAre'] | undefined, people: number) {
  const hidden = suppressList(totals, are === 'groups' ? 1 : 0)
  // If even the empty groups had to be hidden, the reader cannot tell which ones are empty.
  const emptyHidden = hidden.every((isHidden) => isHidden) && people - (totals.length - 1) < MINIMUM_CELL_COUNT
  const least: 0 | 1 = are === 'groups' && !emptyHidden ? 1 : 0
  return { totals, hidden, least, shownEmpty: totals.map((total, place) => total === 0 && !hidden[place]) }
}

function suppressUntilSafe(table: HiddenTable, mayHide: (place: Place) => boolean): boolean[][] {
  const hidden = table.hidden.map((row) => [...row])
  const free = places(table).filter((place) => !hidden[place.row]?.[place.column] && isInner(table, place))
  let candidates = free.filter(mayHide)
  for (let exposed = findExposed(table, hidden); exposed; exposed = findExposed(table, hidden)) {
    const next = chooseNext(candidates, exposed)
    if (!next) break
    ;(hidden[next.row] as boolean[])[next.column] = true
    candidates = candidates.filter((place) => place !== next)
  }
  return hidden
}

/** A hidden cell that can be derived, perhaps by guessing which ones are small, or that is known to be under five. */
function findExposed(table: HiddenTable, hidden: boolean[][]): Place | undefined {
  return places(table).find((place) => {
    if (!hidden[place.row]?.[place.column] || isGrandTotal(table, place)) return false
    const guessed = hiddenRange({ ...table, hidden }, place, true)
    return guessed.most === guessed.least || hiddenRange({ ...table, hidden }, place).most < MINIMUM_CELL_COUNT
  })
}

/** The last cell that can still be hidden, in the row or column of the exposed one if possible. */
function chooseNext(candidates: readonly Place[], exposed: Place): Place | undefined {
  const near = candidates.filter(({ row, column }) => row === exposed.row || column === exposed.column)
  return near.at(-1) ?? candidates.at(-1)
}

function places({ counts }: HiddenTable): Place[] {
  return counts.flatMap((cells, row) => cells.map((_, column) => ({ row, column })))
}

function isInner({ counts }: HiddenTable, { row, column }: Place): boolean {
  return row < counts.length - 1 && column < (counts[row]?.length ?? 0) - 1
}

function isGrandTotal({ counts }: HiddenTable, { row, column }: Place): boolean {
  return row === counts.length - 1 && column === (counts[row]?.length ?? 0) - 1
}
