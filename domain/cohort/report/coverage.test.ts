import { expect, it } from 'vitest'
import { coverageOf, type OfficeCount, REGION_ROWS } from './coverage'
import { countTable, printPeople } from './printed-table'

const court = (region: string | null, registered: number, reached: number): OfficeCount => ({
  region,
  kind: 'court',
  registered,
  reached,
})
const trainedIn = (people: Record<string, number>) =>
  printPeople(
    'people-trained',
    countTable(
      REGION_ROWS,
      ['judges'],
      Object.entries(people).map(([row, count]) => ({ row, column: 'judges', people: count })),
    ),
    { rows: 'totals', columns: false },
  )
const courtsOf = (offices: OfficeCount[], people: Record<string, number>) => {
  const { rows, total } = coverageOf(offices, trainedIn(people))
  const reached = (label: string) => rows.find((row) => row.label === label)?.court.reached
  return { reached, total: total.court }
}

it('has the twelve regions and the whole country, with or without an office', () => {
  const { rows } = coverageOf([court(null, 1, 1)], trainedIn({ country: 40 }))

  expect(rows.map(({ label }) => label)).toEqual(
    [...Array(12).keys()].map((n) => String(n + 1).padStart(2, '0')).concat('country'),
  )
  expect(rows.at(0)).toEqual({
    label: '01',
    court: { registered: 0, reached: 0 },
    prosecution: { registered: 0, reached: 0 },
  })
  expect(rows.at(-1)?.court).toEqual({ registered: 1, reached: 1 })
})

it('counts offices exactly where the region’s people may be shown, nobody there included', () => {
  const { reached, total } = courtsOf([court('01', 3, 2), court('02', 4, 0)], { '01': 12 })

  expect(reached('01')).toBe(2)
  expect(reached('02')).toBe(0)
  expect(total).toEqual({ registered: 7, reached: 2 })
})

it('hides how many offices are reached where it hides their people', () => {
  const { reached, total } = courtsOf([court('01', 3, 2), court('02', 4, 2), court('03', 5, 2)], {
    '01': 12,
    '02': 3,
    '03': 9,
  })

  expect(reached('01')).toBe(2)
  expect([reached('02'), reached('03')]).toEqual([null, null])
  expect(total).toEqual({ registered: 12, reached: 6 })
})

it.each([
  ['every hidden office is reached', [court('02', 1, 1), court('03', 1, 1)]],
  ['one region alone is hidden', [court('02', 4, 2)]],
])('hides the total too when %s', (_, hidden) => {
  const { total } = courtsOf([court('01', 3, 2), ...hidden], { '01': 12, '02': 3, '03': 9 })

  expect(total.reached).toBeNull()
})
