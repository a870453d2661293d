import { expect, it } from 'vitest'
import { withTotals } from './count-table'
import { hiddenRange } from './hidden-range'

const all = (rows: number, columns: number, hidden: boolean) =>
  Array.from({ length: rows }, () => Array(columns).fill(hidden))
const block = [[true, true, false], [true, true, false], [false, false, false]] // biome-ignore format: a table

it('finds the possible values of a block of four hidden cells under its totals', () => {
  const table = { counts: withTotals([[9, 3], [20, 30]]), hidden: block, leastRowTotal: 1 as const } // biome-ignore format: a table

  expect(hiddenRange(table, { row: 0, column: 1 })).toEqual({ least: 0, most: 12 })
  expect(hiddenRange(table, { row: 1, column: 1 })).toEqual({ least: 21, most: 33 })
  expect(hiddenRange(table, { row: 0, column: 1 }, true)).toEqual({ least: 0, most: 4 })
})

it('finds the value of a single hidden cell', () => {
  const hidden = [[false, true, false], [false, false, false], [false, false, false]] // biome-ignore format: a table
  const table = { counts: withTotals([[9, 3], [20, 30]]), hidden, leastRowTotal: 1 as const } // biome-ignore format: a table

  expect(hiddenRange(table, { row: 0, column: 1 })).toEqual({ least: 3, most: 3 })
})

it('finds a cell that must be zero, even if the equations leave it open', () => {
  const table = { counts: withTotals([[0, 0], [0, 7]]), hidden: block, leastRowTotal: 0 as const } // biome-ignore format: a table

  expect(hiddenRange(table, { row: 0, column: 0 })).toEqual({ least: 0, most: 0 })
})

it('knows that a hidden group is not empty if empty groups are shown', () => {
  const range = (leastRowTotal: 0 | 1) =>
    hiddenRange({ counts: withTotals([[4], [6]]), hidden: all(3, 2, true), leastRowTotal }, { row: 0, column: 1 })

  expect(range(1)).toEqual({ least: 1, most: 9 })
  expect(range(0)).toEqual({ least: 0, most: 10 })
})
