import { type CountTable, sum } from '../statistics/count-table'
import { MINIMUM_CELL_COUNT } from '../statistics/minimum-cell-count'
import { hidesAlone, suppressList } from '../statistics/suppress-list'

/** The label of the row or column in which small groups are counted together. */
export const MERGED = 'merged'

/**
 * What may be merged. Rows by `totals`: only rows whose total would be hidden. Rows by `cells`: also rows in which a
 * cell would be hidden. `columns`: also the last columns, as many as necessary.
 */
export type Merging = { rows: 'totals' | 'cells'; columns: boolean }

/** The names of the groups that one row or column counts together. One name alone is an ordinary row or column. */
type Parts = readonly (readonly string[])[]
export type MergedTable = { table: CountTable; rowParts: Parts; columnParts: Parts }
type Grouped = Omit<MergedTable, 'table'>

/** What is printed of a table: the table, or only the totals of its rows and those of its columns, as lists. */
export type Merged = { inner: MergedTable } | { rows: MergedTable; columns: MergedTable }

/**
 * Counts small groups together before `disclose` would hide them and their neighbours.
 *
 * Rows are chosen as `suppressList` chooses entries: small ones, then others from the end, until a reader must still
 * allow for five or more people in each. Their sum is what she gets by subtracting the shown rows from the total, so it
 * tells her nothing new. The merged table goes through `disclose` like any other and is the only one that is ever
 * printed, so there is no finer table to compare it with.
 *
 * Columns are merged from the end. If that leaves little to read, only totals are printed: each is about five people or
 * more, so every cell between them may be about as many.
 *
 * @see Willenborg & de Waal, Elements of Statistical Disclosure Control, 2001, ch. 6: table redesign, as an alternative
 * to suppression.
 */
export function mergeSmallGroups(table: CountTable, merging: Merging): Merged {
  const { length } = table.columns
  const counts = merging.columns
    ? Array.from({ length: Math.max(1, length - 1) }, (_, fewer) => length - fewer)
    : [length]
  const candidates = counts.flatMap((count): MergedTable[] => {
    const columnParts = keepFirst(table.columns, count)
    const asIs = regroup(table, { rowParts: alone(table.rows), columnParts })
    const rowsOf = (all: boolean) => regroup(table, { rowParts: mergedRows(asIs.table, all), columnParts })
    return merging.rows === 'cells' ? [rowsOf(false), rowsOf(true)] : [rowsOf(false)]
  })
  const best = candidates.reduce((one, other) => (readable(other.table) > readable(one.table) ? other : one))
  if (length === 1) return { inner: best }
  const totals = { rows: mergeRows(totalsOfRows(table)), columns: mergeRows(totalsOfColumns(table)) }
  const listed = totals.rows.table.rows.length + totals.columns.table.rows.length
  const empty = [totals.rows, totals.columns].flatMap((list) => list.table.counts).filter((cells) => sum(cells) === 0)
  return readable(best.table) >= listed - empty.length ? { inner: best } : totals
}

/** Merges the rows whose total would be hidden. */
export function mergeRows(table: CountTable): MergedTable {
  return regroup(table, { rowParts: mergedRows(table, false), columnParts: alone(table.columns) })
}

const TOTAL = 'people'

function totalsOfRows({ rowsAre, rows, counts }: CountTable): CountTable {
  return { rowsAre, rows, columns: [TOTAL], counts: counts.map((cells) => [sum(cells)]) }
}

function totalsOfColumns({ columns, columnsAre = 'answers', counts }: CountTable): CountTable {
  return { rowsAre: columnsAre, rows: columns, columns: [TOTAL], counts: addUp(counts).map((total) => [total]) }
}

const alone = (labels: readonly string[]): Parts => labels.map((label) => [label])

/** Groups the columns into `count`: the first ones alone, and the rest merged into one. */
function keepFirst(labels: readonly string[], count: number): Parts {
  const rest = labels.slice(count - 1)
  return rest.length < 2 ? alone(labels) : [...alone(labels.slice(0, count - 1)), rest]
}

/** @param withCells also merges rows in which a cell would be hidden. */
function mergedRows(table: CountTable, withCells: boolean): Parts {
  const { counts, rows } = table
  const totals = counts.map((cells) => sum(cells))
  if (sum(totals) < MINIMUM_CELL_COUNT) return alone(rows)
  const hidden = suppressList(totals, table.rowsAre === 'groups' ? 1 : 0)
  const chosen = counts.map(
    (cells, row) => hidden[row] || (withCells && (totals[row] ?? 0) > 0 && cells.some((cell) => isSmall(cell, table))),
  )
  if (!chosen.includes(true)) return alone(rows)
  while (isUnsafe(chosen, totals, table)) {
    const next = totals.findLastIndex((total, row) => !chosen[row] && total > 0)
    // Nothing is left to merge: which groups are empty could tell how many people the others have.
    if (next === -1) return rows.length < 2 ? alone(rows) : [rows]
    chosen[next] = true
  }
  return [...alone(rows.filter((_, row) => !chosen[row])), rows.filter((_, row) => chosen[row])]
}

/** True if the merged row would still hide a cell, or if a reader could tell how many people one of its groups has. */
function isUnsafe(chosen: readonly boolean[], totals: readonly number[], table: CountTable): boolean {
  const cells = addUp(table.counts.filter((_, row) => chosen[row]))
  const least = table.rowsAre === 'groups' ? 1 : 0
  return (
    hidesAlone(
      totals.filter((total, row) => chosen[row] && total >= least),
      least,
    ) || cells.some((cell) => isSmall(cell, table))
  )
}

/** True for a cell that is hidden because of its own count. An empty cell between two groups reveals nothing. */
function isSmall(cell: number, { columnsAre }: CountTable): boolean {
  return cell < MINIMUM_CELL_COUNT && (columnsAre !== 'groups' || cell > 0)
}

/**
 * How much of a table can be read: the number of shown cells and totals, minus half the number of hidden ones. It is an
 * estimate: each small cell is assumed to hide three others in its row and column, and each small total one other.
 */
function readable(table: CountTable): number {
  const rows = table.counts.filter((cells) => sum(cells) > 0)
  const totals = [rows.map((cells) => sum(cells)), addUp(rows)].map((all) => {
    return left(all.length, 2 * all.filter((total) => total > 0 && total < MINIMUM_CELL_COUNT).length)
  })
  const cells = rows.flat()
  return left(cells.length, 4 * cells.filter((cell) => isSmall(cell, table)).length) + sum(totals)
}

function left(all: number, hidden: number): number {
  const lost = Math.min(all, hidden)
  return all - lost - lost / 2
}

/** The table with these rows and columns, each the sum of its parts. */
export function regroup({ counts, rows, columns, ...table }: CountTable, parts: Grouped): MergedTable {
  const placesOf = (labels: readonly string[], part: readonly string[]) => part.map((label) => labels.indexOf(label))
  const merged = parts.rowParts.map((rowPart) => {
    const line = addUp(placesOf(rows, rowPart).map((row) => counts[row] ?? []))
    return parts.columnParts.map((part) => sum(placesOf(columns, part).map((column) => line[column] ?? 0)))
  })
  const named = (all: Parts) => all.map((part) => (part.length === 1 ? (part[0] as string) : MERGED))
  return {
    ...parts,
    table: { ...table, rows: named(parts.rowParts), columns: named(parts.columnParts), counts: merged },
  }
}

function addUp(lines: readonly (readonly number[])[]): number[] {
  return lines[0]?.map((_, column) => sum(lines.map((line) => line[column] ?? 0))) ?? []
}
