import { expect, it } from 'vitest'
import { startOfDay } from '../time/day'
import { closingOf, MIN_GROUP_SIZE, minimumGroupSize } from './closed-group'

const cohort = { startsOn: '2026-11-02', endsOn: '2026-11-20', archivedAt: null }
const at = (day: string, hour = 12) => new Date(startOfDay(day).getTime() + hour * 3_600_000)

it.each([
  ['the end of yesterday while it runs', cohort, at('2026-11-12'), '2026-11-12', false],
  ['the same all day', cohort, at('2026-11-12', 23), '2026-11-12', false],
  ['the same before it has begun', cohort, at('2026-11-01'), '2026-11-01', false],
  ['its last day, once that is over', cohort, at('2026-11-21', 0), '2026-11-21', true],
  ['no longer than its last day', cohort, at('2027-02-01'), '2026-11-21', true],
  [
    'no longer than until it was archived',
    { ...cohort, archivedAt: at('2026-11-15') },
    at('2026-12-01'),
    '2026-11-15',
    true,
  ],
])('counts answers until %s', (_, of, now, day, isOver) => {
  expect(closingOf(of, now)).toEqual({ until: startOfDay(day), isOver })
})

it('needs twenty people for the first group of a running cohort, and then as many again as were counted', () => {
  const running = { isOver: false }

  expect([0, 20, 33, 200].map((counted) => minimumGroupSize(counted, running))).toEqual([20, 20, 33, 200])
})

it('needs ten people for the last groups, so that five may have been right and five not', () => {
  expect([0, 20, 200].map((counted) => minimumGroupSize(counted, { isOver: true }))).toEqual([10, 10, 10])
  expect(MIN_GROUP_SIZE).toBe(10)
})
