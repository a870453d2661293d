import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countTable, PRINTED_STEP, printedTableSchema, printMerged, printPeople } from './printed-table'

const ROWS = ['north', 'south', 'east']
const COLUMNS = ['judges', 'others']
const print = (counts: number[][]) =>
  printPeople(
    'people-trained',
    { rowsAre: 'groups', rows: ROWS, columns: COLUMNS, counts },
    { rows: 'totals', columns: false },
  )
const printWhole = (whole: number[][]) => {
  const table = { rowsAre: 'groups', rows: ROWS, columns: COLUMNS, counts: whole } as const
  return printMerged('people-trained', { table, rowParts: [], columnParts: [] })
}
const printedIn = ({ people, columns, rows }: ReturnType<typeof print>) => [
  people,
  ...columns.map((column) => column.people),
  ...rows.flatMap((row) => [row.people, ...row.cells]),
]
const counts = fc.array(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 2 }), {
  minLength: 3,
  maxLength: 3,
})

it('rounds each count and each total by itself to the nearest multiple of five', () => {
  expect(
    print([
      [12, 13],
      [0, 0],
      [7, 8],
    ]),
  ).toEqual({
    definition: 'people-trained',
    people: 40,
    columns: [
      { label: 'judges', people: 20 },
      { label: 'others', people: 20 },
    ],
    rows: [
      { label: 'north', people: 25, cells: [10, 15] },
      { label: 'south', people: 0, cells: [0, 0] },
      { label: 'east', people: 15, cells: [5, 10] },
    ],
  })
})

it('hides a small group that is not merged, and what would give it away', () => {
  const { rows } = printWhole([
    [12, 3],
    [20, 20],
    [20, 20],
  ])

  expect(rows[0]?.cells).toEqual([null, null])
  expect(rows.flatMap(({ cells }) => cells).filter((cell) => cell === null).length).toBeGreaterThan(2)
})

it('reads a table that was stored before groups were merged', () => {
  const stored = {
    definition: 'people-trained',
    people: 40,
    columns: [{ label: 'judges', people: 20 }],
    rows: [{ label: 'north', people: null, cells: [null] }],
  }

  expect(printedTableSchema.parse(stored)).toEqual(stored)
})

it('prints nothing but multiples of five, and never a group of fewer than five', () => {
  fc.assert(
    fc.property(counts, (table) => {
      const numbers = printedIn(printWhole(table)).filter((cell) => cell !== null)
      expect(numbers.every((number) => number % PRINTED_STEP === 0)).toBe(true)
      const small = table.flat().filter((count) => count > 0 && count < PRINTED_STEP)
      const shown = printWhole(table).rows.flatMap(({ cells }, row) =>
        cells.filter((cell, column) => cell !== null && small.includes(table[row]?.[column] ?? 0)),
      )
      expect(shown).toEqual([])
    }),
  )
})

it('mostly prints the same when one more person came', () => {
  const before = print([
    [20, 20],
    [30, 30],
    [40, 40],
  ])

  expect(
    print([
      [21, 20],
      [30, 30],
      [40, 40],
    ]),
  ).toEqual(before)
})

it('can be kept as JSON and read again', () => {
  fc.assert(
    fc.property(counts, (table) => {
      expect(printedTableSchema.parse(JSON.parse(JSON.stringify(print(table))))).toEqual(print(table))
    }),
  )
})

it('adds up the counts of a cell, and refuses a count outside the table', () => {
  const twice = [
    { row: 'north', column: 'judges', people: 4 },
    { row: 'north', column: 'judges', people: 3 },
  ]

  expect(countTable(ROWS, COLUMNS, twice).counts[0]).toEqual([7, 0])
  expect(() => countTable(ROWS, COLUMNS, [{ row: 'west', column: 'judges', people: 1 }])).toThrow(RangeError)
})
