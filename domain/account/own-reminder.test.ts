import { expect, it } from 'vitest'
import { dayOf } from '../time/day'
import { nextTime, nextTimes } from './own-reminder'

const once = (day: string, hour: number) => ({ day, weekday: null, hour })
const weekly = (weekday: number, hour: number) => ({ day: null, weekday, hour })
const at = (text: string) => new Date(text)

it.each([
  ['once, tomorrow', once('2026-11-26', 9), '2026-11-25T10:00:00Z', '2026-11-26T08:00:00.000Z'],
  ['once, later today', once('2026-11-25', 18), '2026-11-25T10:00:00Z', '2026-11-25T17:00:00.000Z'],
  [
    'once, in Ramadan, when Morocco is at UTC',
    once('2027-02-10', 9),
    '2026-11-25T10:00:00Z',
    '2027-02-10T09:00:00.000Z',
  ],
  ['weekly, this week', weekly(5, 9), '2026-11-25T10:00:00Z', '2026-11-27T08:00:00.000Z'],
  ['weekly, later today', weekly(3, 18), '2026-11-25T10:00:00Z', '2026-11-25T17:00:00.000Z'],
  ['weekly, at this very moment', weekly(3, 11), '2026-11-25T10:00:00Z', '2026-12-02T10:00:00.000Z'],
  ['weekly, on a Sunday', weekly(7, 9), '2026-11-25T10:00:00Z', '2026-11-29T08:00:00.000Z'],
  ['weekly, shortly before midnight in Morocco', weekly(4, 9), '2026-11-25T23:30:00Z', '2026-11-26T08:00:00.000Z'],
])('finds the next time: %s', (_, time, after, next) => {
  expect(nextTime(time, at(after))?.toISOString()).toBe(next)
})

it('has none after its only one', () => {
  expect(nextTime(once('2026-11-25', 11), at('2026-11-25T10:00:00Z'))).toBeNull()
  expect(nextTimes(once('2026-11-26', 9), at('2026-11-25T10:00:00Z'), 8)).toHaveLength(1)
})

it('keeps the hour of the clock through a year, with Ramadan in it', () => {
  const times = nextTimes(weekly(1, 9), at('2026-11-25T10:00:00Z'), 60)

  expect(new Set(times.map((time) => dayOf(time)))).toHaveLength(60)
  const shown = new Intl.DateTimeFormat('en-GB', { timeZone: 'Africa/Casablanca', weekday: 'short', hour: '2-digit' })
  expect(new Set(times.map((time) => shown.format(time)))).toEqual(new Set(['Mon, 09']))
  expect(new Set(times.map((time) => time.getUTCHours()))).toEqual(new Set([8, 9]))
})
