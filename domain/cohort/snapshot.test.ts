import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nextDay, startOfDay } from './day'
import { countedUntil, snapshotAt } from './snapshot'

const cohort = { endsOn: '2026-11-20', archivedAt: null }
const at = (day: string, hour = 12) => new Date(startOfDay(day).getTime() + hour * 3_600_000)
const times = (people: number, day: string) => Array.from({ length: people }, (_, place) => at(day, place % 24))

it.each([
  ['the end of yesterday while it runs', cohort, at('2026-11-12'), '2026-11-12'],
  ['the same all day', cohort, at('2026-11-12', 23), '2026-11-12'],
  ['its last day, once that is over', cohort, at('2026-11-21', 0), '2026-11-21'],
  ['no longer than its last day', cohort, at('2027-02-01'), '2026-11-21'],
  ['no longer than until it was archived', { ...cohort, archivedAt: at('2026-11-15') }, at('2026-12-01'), '2026-11-15'],
])('counts answers until %s', (_, of, now, day) => {
  expect(countedUntil(of, now)).toEqual(startOfDay(day))
})

it('waits for five people before the first snapshot, and before each other', () => {
  const until = startOfDay('2026-11-30')

  expect(snapshotAt(times(4, '2026-11-02'), until)).toBeNull()
  expect(snapshotAt([...times(4, '2026-11-02'), at('2026-11-03')], until)).toEqual(startOfDay('2026-11-04'))
  expect(snapshotAt([...times(7, '2026-11-02'), ...times(4, '2026-11-05')], until)).toEqual(startOfDay('2026-11-03'))
  expect(snapshotAt(times(9, '2026-11-30'), until)).toBeNull()
})

it('never differs from an earlier snapshot by fewer than five people', () => {
  const days = Array.from({ length: 20 }, (_, place) => nextDay('2026-11-01', place))
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...days), { maxLength: 40 }), (chosen) => {
      const all = chosen.map((day) => at(day))
      const counted = days.map((day) => {
        const snapshot = snapshotAt(all, startOfDay(day))
        return snapshot ? all.filter((time) => time < snapshot).length : 0
      })
      expect(
        counted.every((people, place) => people === counted[place + 1] || (counted[place + 1] ?? 99) - people >= 5),
      ).toBe(true)
    }),
  )
})
