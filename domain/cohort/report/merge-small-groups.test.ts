import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CountTable, sum } from '../statistics/count-table'
import { MERGED, mergeSmallGroups } from './merge-small-groups'
import { printPeople } from './printed-table'

type World = readonly (readonly number[])[]
const ROWS = ['judges', 'prosecutors', 'clerks', 'others']
const COLUMNS = ['passed', 'read', 'under-way']
const tableOf = (counts: World): CountTable => ({
  rowsAre: 'groups',
  rows: ROWS.slice(0, counts.length),
  columns: COLUMNS.slice(0, counts[0]?.length),
  counts,
})
const print = (counts: World) => printPeople('people-by-function', tableOf(counts), { rows: 'cells', columns: true })

/** Every world: each table of `rows` × `columns` counts with at most `people` people. */
function worlds(rows: number, columns: number, people: number): World[] {
  const fill = (cells: readonly number[], left: number): number[][] =>
    cells.length === rows * columns
      ? [[...cells]]
      : Array.from({ length: left + 1 }, (_, count) => fill([...cells, count], left - count)).flat()
  return fill([], people).map((cells) =>
    Array.from({ length: rows }, (_, row) => cells.slice(row * columns, (row + 1) * columns)),
  )
}

const isSmall = (people: number) => people > 0 && people < 5
const cellsAndTotals = (world: World) => [...world.flat(), ...world.map((row) => sum(row))]

/** For each print, what a reader who knows the rules can infer: every possible count of each cell and each row. */
function possibilities(rows: number, columns: number, people: number): Set<number>[][] {
  const alike = new Map<string, World[]>()
  for (const world of worlds(rows, columns, people)) {
    const key = JSON.stringify(print(world))
    const same = alike.get(key)
    if (same) same.push(world)
    else alike.set(key, [world])
  }
  // A print of a world near the limit may also come from larger worlds, which are not listed: it is left out.
  const whole = [...alike.values()].filter((same) => same.every((world) => sum(world.flat()) <= people - 3))
  return whole.map((same) => {
    const counts = same.map(cellsAndTotals)
    return (counts[0] ?? []).map((_, place) => new Set(counts.map((count) => count[place] ?? 0)))
  })
}

/** Rows, columns, and the largest number of people. */
const SHAPES: [number, number, number][] = [
  [3, 1, 20],
  [2, 2, 12],
  [2, 3, 10],
]

const found = new Map<string, Set<number>[][]>()
const possibleOn = (...shape: [number, number, number]) => {
  const prints = found.get(`${shape}`) ?? possibilities(...shape)
  found.set(`${shape}`, prints)
  return prints
}

describe('for every table of few people, a reader who knows the rules', () => {
  it.each(SHAPES)('learns no small count from a print, of %i rows and %i columns', (...shape) => {
    const prints = possibleOn(...shape)
    const known = prints.flat().filter((counts) => counts.size === 1 && isSmall([...counts][0] ?? 0))

    expect(prints.length).toBeGreaterThan(3)
    expect(known).toEqual([])
  })

  it.each(SHAPES)(
    'learns none from the prints of two days with an unchanged group, of %i rows and %i columns',
    (...shape) => {
      const prints = possibilities(...shape)
      const known = prints.flatMap((first) =>
        prints.flatMap((second) =>
          first.flatMap((counts, place) => {
            const both = [...counts].filter((count) => second[place]?.has(count))
            return both.length === 1 && isSmall(both[0] ?? 0) ? both : []
          }),
        ),
      )

      expect(known).toEqual([])
    },
  )
})

const anyWorld = fc.tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 1, max: 3 })).chain(([rows, columns]) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  }),
)

it('loses nobody, and leaves no number that is about fewer than five people', () => {
  fc.assert(
    fc.property(anyWorld, (world) => {
      const merged = mergeSmallGroups(tableOf(world), { rows: 'cells', columns: true })
      const lists = 'inner' in merged ? [merged.inner] : [merged.rows, merged.columns]
      for (const { table } of lists) expect(sum(table.counts.flat())).toBe(sum(world.flat()))
      for (const { people } of print(world).rows) expect(people === null || people === 0 || people >= 5).toBe(true)
    }),
  )
})

it('merges at least two groups, never one alone under another name', () => {
  fc.assert(
    fc.property(anyWorld, (world) => {
      for (const { label, of } of [...print(world).rows, ...print(world).columns]) {
        if (label === MERGED) expect(of?.length).toBeGreaterThan(1)
        else expect(of).toBeUndefined()
      }
    }),
  )
})

it('leaves a table alone that hides nothing', () => {
  const { rows, columns } = print([
    [12, 13, 9],
    [7, 8, 20],
  ])

  expect([...rows, ...columns].map(({ label }) => label)).toEqual(['judges', 'prosecutors', ...COLUMNS])
})

it('shows the people of a school of 115, where every small function would otherwise be hidden', () => {
  const school = [
    [22, 40],
    [12, 20],
    [2, 9],
    [3, 7],
  ]

  expect(print(school).rows).toEqual([
    { label: 'judges', people: 60, cells: [20, 40] },
    { label: 'prosecutors', people: 30, cells: [10, 20] },
    { label: 'merged', people: 20, cells: [5, 15], of: ['clerks', 'others'] },
  ])
})

it('merges a single small group with another group', () => {
  expect(print([[30], [20], [12], [3]]).rows.map(({ label, people, of }) => of ?? [label, people])).toEqual([
    ['judges', 30],
    ['prosecutors', 20],
    ['clerks', 'others'],
  ])
})

it('prints only totals where nearly every cell is small', () => {
  const { rows, columns } = print([
    [2, 40],
    [1, 20],
    [0, 9],
    [3, 13],
  ])

  expect(rows.map(({ label, people, cells }) => [label, people, cells.length])).toEqual([
    ['judges', 40, 0],
    ['prosecutors', 20, 0],
    ['clerks', 10, 0],
    ['others', 15, 0],
  ])
  expect(columns.map(({ label, people }) => [label, people])).toEqual([
    ['passed', 5],
    ['read', 80],
  ])
})

it('hides everything about fewer than five people', () => {
  expect(print([[1], [2], [0], [1]]).rows.map(({ label, people }) => [label, people])).toEqual(
    ROWS.map((label) => [label, null]),
  )
})
