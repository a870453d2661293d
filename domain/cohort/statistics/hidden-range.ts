import { MINIMUM_CELL_COUNT } from './minimum-cell-count'

/** A table with its totals, and which of its cells are hidden. The reader knows its last cell, the grand total. */
export type HiddenTable = {
  counts: readonly (readonly number[])[]
  hidden: readonly (readonly boolean[])[]
  /** The smallest value that a hidden row total can have, as far as the reader knows. */
  leastRowTotal: 0 | 1
  /** The same for a hidden column total; 0 by default. */
  leastColumnTotal?: 0 | 1
}
export type Place = { row: number; column: number }
type Range = { least: number; most: number }
type Cell = Place & Range & { count: number; isTotal: boolean }
type Direction = 1 | -1
type Step = { cell: Cell; direction: Direction }

/**
 * The exact range to which a reader can narrow a hidden cell from all cells and totals that she sees. With
 * `sizesGuessed` the reader has also guessed correctly which hidden cells are under five.
 *
 * Tables with the same shown cells differ by circulations in the graph that joins rows to columns by hidden cells. So
 * the most that a cell can rise or fall is a maximum flow from one of its ends to the other.
 *
 * @see D. Gusfield, A graph theoretic approach to statistical data security, SIAM Journal on Computing 17(3), 1988.
 */
export function hiddenRange(table: HiddenTable, { row, column }: Place, sizesGuessed = false): Range {
  const count = table.counts[row]?.[column] ?? 0
  const slackOf = (direction: Direction) => slack(hiddenCells(table, sizesGuessed), { row, column }, direction)
  return { least: count - slackOf(-1), most: count + slackOf(1) }
}

/** How far the cell can move up (1) or down (-1) until another one would leave its known range. */
function slack(cells: readonly Cell[], asked: Place, direction: Direction): number {
  const cell = cells.find(({ row, column }) => row === asked.row && column === asked.column)
  if (!cell) return 0
  const others = cells.filter((other) => other !== cell)
  // When an inner cell rises, one more unit flows from its row to its column; when a total rises, the other way.
  const outward = (direction === 1) !== cell.isTotal
  const [from, to] = outward ? [columnNode(cell), rowNode(cell)] : [rowNode(cell), columnNode(cell)]
  let left = room(cell, direction)
  for (let path = findPath(others, from, to); path && left > 0; path = findPath(others, from, to)) {
    const amount = Math.min(left, ...path.map((step) => room(step.cell, step.direction)))
    for (const step of path) step.cell.count += step.direction * amount
    left -= amount
  }
  return room(cell, direction) - left
}

/** The shortest path between two nodes over cells that can still move, or null. */
function findPath(cells: readonly Cell[], from: string, to: string): Step[] | null {
  const pathTo = new Map<string, Step[]>([[from, []]])
  for (const [node, path] of pathTo) {
    if (node === to) return path
    for (const cell of cells) {
      const leavesRow = node === rowNode(cell)
      if (!leavesRow && node !== columnNode(cell)) continue
      const direction = leavesRow !== cell.isTotal ? 1 : -1
      const next = leavesRow ? columnNode(cell) : rowNode(cell)
      if (room(cell, direction) > 0 && !pathTo.has(next)) pathTo.set(next, [...path, { cell, direction }])
    }
  }
  return null
}

function room({ count, least, most }: Cell, direction: Direction): number {
  return direction === 1 ? most - count : count - least
}

function hiddenCells(table: HiddenTable, sizesGuessed: boolean): Cell[] {
  const { counts, hidden, leastRowTotal, leastColumnTotal = 0 } = table
  const lastRow = counts.length - 1
  const people = counts.at(-1)?.at(-1) ?? 0
  return counts.flatMap((cells, row) =>
    cells.flatMap((count, column) => {
      const lastColumn = cells.length - 1
      const isGrandTotal = row === lastRow && column === lastColumn
      if (isGrandTotal || !hidden[row]?.[column]) return []
      const least = column === lastColumn ? leastRowTotal : row === lastRow ? leastColumnTotal : 0
      const known = { least, most: people }
      const guessed =
        count < MINIMUM_CELL_COUNT ? { least, most: MINIMUM_CELL_COUNT - 1 } : { ...known, least: MINIMUM_CELL_COUNT }
      const isTotal = row === lastRow || column === lastColumn
      return [{ row, column, count, isTotal, ...(sizesGuessed ? guessed : known) }]
    }),
  )
}

const rowNode = ({ row }: Place) => `row ${row}`
const columnNode = ({ column }: Place) => `column ${column}`
