import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type CountTable, sum, withTotals } from './count-table'
import { MINIMUM_CELL_COUNT } from './minimum-cell-count'
import { suppressTable } from './suppress-table'

type Grid = number[][]
type Seen = (number | null)[][]
const anyKind = fc.constantFrom<CountTable['rowsAre']>('groups', 'answers')

function anyCounts(rows: number, columns: number, max: number): fc.Arbitrary<Grid> {
  const count = fc.oneof(fc.integer({ min: 0, max }), fc.constantFrom(0, 1, 4, 5))
  return fc.array(fc.array(count, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows })
}
const size = fc.integer({ min: 1, max: 5 })
const anyTable = fc.tuple(size, size).chain(([rows, columns]) => anyCounts(rows, columns, 30))
const smallTable = fc
  .constantFrom<[number, number]>([1, 3], [2, 2], [3, 1], [3, 2], [2, 3])
  .chain(([rows, columns]) => anyCounts(rows, columns, 8))
  .filter((counts) => sum(counts.flat()) >= MINIMUM_CELL_COUNT && sum(counts.flat()) <= 15)

/** The reader's view of the table. The reader knows the grand total, because she can count who took part. */
function seen(counts: Grid, rowsAre: CountTable['rowsAre'], columnsAre?: 'groups'): Seen {
  const hidden = suppressTable({ counts, rowsAre, ...(columnsAre && { columnsAre }) })
  const grid = withTotals(counts)
  return grid.map((row, r) =>
    row.map((count, c) => {
      const grandTotal = r === grid.length - 1 && c === row.length - 1
      return hidden[r]?.[c] && !grandTotal ? null : count
    }),
  )
}

/** Every table that is consistent with the shown cells. */
function tablesBehind(view: Seen): Grid[] {
  const rows = view.length - 1
  const columns = (view[0]?.length ?? 0) - 1
  const total = view.at(-1)?.at(-1) ?? 0
  const found: Grid[] = []
  const cells = Array(rows * columns).fill(0)
  const fill = (place: number, left: number) => {
    if (place === cells.length) {
      const grid = withTotals(Array.from({ length: rows }, (_, r) => cells.slice(r * columns, (r + 1) * columns)))
      if (left === 0 && view.every((row, r) => row.every((count, c) => count === null || count === grid[r]?.[c])))
        found.push(grid)
      return
    }
    const known = view[Math.floor(place / columns)]?.[place % columns]
    const choices = typeof known === 'number' ? [known] : Array.from({ length: left + 1 }, (_, count) => count)
    for (const count of choices.filter((each) => each <= left)) {
      cells[place] = count
      fill(place + 1, left - count)
    }
  }
  fill(0, total)
  return found
}

/** The hidden cells that the equations of the table determine, found by elimination with fractions of whole numbers. */
function solved(view: Seen): string[] {
  const unknowns = view.flatMap((row, r) => row.flatMap((count, c) => (count === null ? [`${r},${c}`] : [])))
  const line = (cells: [number, number][]) =>
    unknowns.map((name) => {
      const at = cells.findIndex(([r, c]) => `${r},${c}` === name)
      return at === -1 ? 0n : at === cells.length - 1 ? -1n : 1n
    })
  const width = view[0]?.length ?? 0
  const equations = [
    ...view.map((row, r) => line(row.map((_, c) => [r, c]))),
    ...Array.from({ length: width }, (_, c) => line(view.map((_, r) => [r, c]))),
  ]
  const reduced = eliminate(equations)
  return reduced
    .map((row) => row.flatMap((factor, place) => (factor === 0n ? [] : [unknowns[place] as string])))
    .flatMap((names) => (names.length === 1 ? names : []))
}

/** Reduced row echelon form: a row with a single factor left determines its unknown. */
function eliminate(equations: bigint[][]): bigint[][] {
  const rows = equations.map((row) => [...row])
  let done = 0
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const pivot = rows.findIndex((row, place) => place >= done && row[column] !== 0n)
    if (pivot === -1) continue
    const chosen = rows.splice(pivot, 1)[0] as bigint[]
    rows.splice(done, 0, chosen)
    rows.forEach((row, place) => {
      const factor = row[column] as bigint
      if (place === done || factor === 0n) return
      rows[place] = row.map((each, c) => each * (chosen[column] as bigint) - (chosen[c] as bigint) * factor)
    })
    done += 1
  }
  return rows
}

it('shows a table in which every group is large', () => {
  expect(suppressTable({ counts: [[12, 7], [9, 6]], rowsAre: 'groups' }).flat()).not.toContain(true) // biome-ignore format: a table
})

it('hides the block around one small cell, which row and column would give away', () => {
  const [ar, fr, en, all] = suppressTable({ counts: [[22, 8], [9, 3], [20, 30]], rowsAre: 'groups' }) // biome-ignore format: a table

  expect(fr).toEqual([true, true, false])
  expect(en).toEqual([true, true, false])
  expect(ar).toEqual([false, false, false])
  expect(all).toEqual([false, false, false])
})

it('hides everything of fewer than five people', () => {
  expect(suppressTable({ counts: [[2, 2]], rowsAre: 'groups' }).flat()).not.toContain(false)
})

it('shows a group that nobody is in', () => {
  expect(suppressTable({ counts: [[12, 7], [0, 0]], rowsAre: 'groups' }).flat()).not.toContain(true) // biome-ignore format: a table
})

it('hides that nobody gave a certain answer', () => {
  expect(suppressTable({ counts: [[12, 7], [0, 0]], rowsAre: 'answers' })[1]).toEqual([true, true, true]) // biome-ignore format: a table
})

it('shows no count from one to four', () => {
  fc.assert(
    fc.property(anyTable, anyKind, (counts, rowsAre) => {
      const view = seen(counts, rowsAre)
      view.slice(0, -1).forEach((row) => {
        const nobody = rowsAre === 'groups' && row.at(-1) === 0
        for (const count of row) expect(count === null || count >= MINIMUM_CELL_COUNT || nobody).toBe(true)
      })
      for (const count of view.at(-1)?.slice(0, -1) ?? [])
        expect(count === null || count >= MINIMUM_CELL_COUNT).toBe(true)
    }),
  )
})

it('shows no share whose complement would be a small group', () => {
  fc.assert(
    fc.property(anyTable, anyKind, (counts, rowsAre) => {
      for (const row of seen(counts, rowsAre)) {
        const total = row.at(-1) ?? null
        for (const count of row.slice(0, -1)) {
          if (count === null || total === null || count === total) continue
          expect(total - count).toBeGreaterThanOrEqual(MINIMUM_CELL_COUNT)
        }
      }
    }),
  )
})

it('never tells that a whole group gave the same answer', () => {
  fc.assert(
    fc.property(
      anyTable.filter((counts) => (counts[0]?.length ?? 0) > 1),
      anyKind,
      (counts, rowsAre) => {
        for (const row of seen(counts, rowsAre))
          for (const count of row.slice(0, -1)) expect(count === null || count === 0 || count !== row.at(-1)).toBe(true)
      },
    ),
  )
})

it('leaves no hidden cell that can be found by solving the equations of rows and columns', () => {
  fc.assert(
    fc.property(anyTable, anyKind, (counts, rowsAre) => {
      if (sum(counts.flat()) >= MINIMUM_CELL_COUNT) expect(solved(seen(counts, rowsAre))).toEqual([])
    }),
    { numRuns: 1000 },
  )
})

it('leaves each hidden cell several possible values, of which one is five or more', () => {
  fc.assert(
    fc.property(smallTable, anyKind, (counts, rowsAre) => {
      const view = seen(counts, rowsAre)
      const everyRowHidden = view.slice(0, -1).every((row) => row.at(-1) === null)
      const emptyHidden = everyRowHidden && sum(counts.flat()) - counts.length + 1 < MINIMUM_CELL_COUNT
      const emptyShown = (grid: Grid) => grid.every((row, r) => (row.at(-1) ?? 0) > 0 || view[r]?.at(-1) === 0)
      const behind = tablesBehind(view).filter((grid) => rowsAre === 'answers' || emptyHidden || emptyShown(grid))
      view.forEach((row, r) => {
        row.forEach((count, c) => {
          if (count !== null) return
          const values = behind.map((grid) => grid[r]?.[c] ?? 0)
          expect(new Set(values).size).toBeGreaterThan(1)
          expect(Math.max(...values)).toBeGreaterThanOrEqual(MINIMUM_CELL_COUNT)
        })
      })
    }),
    { numRuns: 300 },
  )
})

it('shows or hides a total in the same way in every table that has it', () => {
  fc.assert(
    fc.property(anyTable, anyKind, (counts, rowsAre) => {
      const totals = withTotals(counts).at(-1)?.slice(0, -1) ?? []
      expect(suppressTable({ counts: [totals], rowsAre: 'groups' }).at(-1)).toEqual(
        suppressTable({ counts, rowsAre }).at(-1),
      )
    }),
  )
})

it('shows that nobody of one group is in another, where both say who somebody is', () => {
  const counts = [[42, 0, 0], [90, 12, 0], [0, 0, 0]] // biome-ignore format: a table

  expect(suppressTable({ counts, rowsAre: 'groups', columnsAre: 'groups' }).flat()).not.toContain(true)
  expect(suppressTable({ counts, rowsAre: 'groups' })[0]).toEqual([true, true, true, false])
})

it('hides an empty cell too if it would help to find a small cell beside it', () => {
  const [first] = suppressTable({ counts: [[42, 3, 0], [90, 12, 20]], rowsAre: 'groups', columnsAre: 'groups' }) // biome-ignore format: a table

  expect(first?.[1]).toBe(true)
  expect(first?.filter(Boolean).length).toBeGreaterThan(1)
})

it('protects groups within groups from a reader who solves the equations', () => {
  fc.assert(
    fc.property(anyTable, (counts) => {
      const view = seen(counts, 'groups', 'groups')
      if (sum(counts.flat()) >= MINIMUM_CELL_COUNT) expect(solved(view)).toEqual([])
      for (const count of view.flat().slice(0, -1))
        expect(count === null || count === 0 || count >= MINIMUM_CELL_COUNT).toBe(true)
    }),
    { numRuns: 300 },
  )
})

it('protects groups within groups among all tables that would look the same', () => {
  fc.assert(
    fc.property(smallTable, (counts) => {
      const view = seen(counts, 'groups', 'groups')
      const people = sum(counts.flat())
      const [rowTotals, columnTotals] = [view.slice(0, -1).map((row) => row.at(-1)), view.at(-1)?.slice(0, -1) ?? []]
      const tellsEmpty = (totals: readonly (number | null | undefined)[]) =>
        totals.some((total) => total !== null) || people - totals.length + 1 >= MINIMUM_CELL_COUNT
      const fits = (grid: Grid) =>
        (!tellsEmpty(rowTotals) || rowTotals.every((shown, r) => (grid[r]?.at(-1) ?? 0) > 0 || shown === 0)) &&
        (!tellsEmpty(columnTotals) || columnTotals.every((shown, c) => (grid.at(-1)?.[c] ?? 0) > 0 || shown === 0))
      const behind = tablesBehind(view).filter(fits)
      view.forEach((row, r) => {
        row.forEach((count, c) => {
          if (count !== null) return
          const values = behind.map((grid) => grid[r]?.[c] ?? 0)
          expect(new Set(values).size).toBeGreaterThan(1)
          expect(Math.max(...values)).toBeGreaterThanOrEqual(MINIMUM_CELL_COUNT)
        })
      })
    }),
    { numRuns: 200 },
  )
})
