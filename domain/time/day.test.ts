import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockOf, dayOf, daysBetween, endOfDay, nextDay, startOfDay, weekOf } from './day'

describe('a day in Morocco', () => {
  it.each([
    ['2026-01-15', '2026-01-14T23:00:00.000Z', 'an hour ahead of UTC for most of the year'],
    ['2026-03-01', '2026-03-01T00:00:00.000Z', 'on UTC during Ramadan'],
    ['2026-05-01', '2026-04-30T23:00:00.000Z', 'ahead again after Ramadan'],
  ])('%s begins at %s: %s', (day, instant) => {
    expect(startOfDay(day).toISOString()).toBe(instant)
  })

  it('has 25 hours when the clock goes back for Ramadan, and 23 when it goes on again', () => {
    const hours = (day: string) => (endOfDay(day).getTime() - startOfDay(day).getTime()) / 3_600_000

    expect(hours('2026-02-15')).toBe(25)
    expect(hours('2026-03-22')).toBe(23)
    expect(hours('2026-03-23')).toBe(24)
  })

  it('is the day that the clock on the wall shows', () => {
    expect(dayOf(new Date('2026-01-14T23:00:00Z'))).toBe('2026-01-15')
    expect(dayOf(new Date('2026-01-14T22:59:59Z'))).toBe('2026-01-14')
    expect(dayOf(new Date('2026-02-28T23:30:00Z'))).toBe('2026-02-28')
  })

  it('is what the system’s time zone data say, at any minute since 1970', () => {
    const asked = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Africa/Casablanca',
      dateStyle: 'short',
      timeStyle: 'short',
    })
    const minutes = fc.integer({ min: 0, max: Date.UTC(2050, 0) / 60_000 }).map((n) => new Date(n * 60_000))
    fc.assert(fc.property(minutes, (instant) => `${dayOf(instant)} ${clockOf(instant)}` === asked.format(instant)))
    // The minutes around a change of the clock.
    for (let minute = -180; minute <= 180; minute++) {
      const instant = new Date(Date.parse('2026-02-15T02:00:00Z') + minute * 60_000)
      expect(`${dayOf(instant)} ${clockOf(instant)}`).toBe(asked.format(instant))
    }
  })

  it('is not given for an invalid instant', () => {
    expect(() => dayOf(new Date(Number.NaN))).toThrow(RangeError)
  })

  it('is as many days from another one as were counted on', () => {
    expect(daysBetween('2026-02-14', '2026-02-16')).toBe(2)
    expect(daysBetween('2026-12-01', '2026-11-30')).toBe(-1)
    const days = fc.tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: -400, max: 400 }))
    fc.assert(
      fc.property(days, ([from, count]) => {
        const day = nextDay('2020-01-01', from)
        return daysBetween(day, nextDay(day, count)) === count
      }),
    )
  })

  it('contains its first and its last moment, at any time of the year', () => {
    const days = fc.integer({ min: 0, max: 5000 }).map((n) => nextDay('2020-01-01', n))
    fc.assert(
      fc.property(days, (day) => {
        const [first, last] = [startOfDay(day), new Date(endOfDay(day).getTime() - 1)]
        return dayOf(first) === day && dayOf(last) === day && dayOf(new Date(first.getTime() - 1)) === nextDay(day, -1)
      }),
    )
  })
})

it('lies in a week from Monday to Sunday', () => {
  const week = ['2025-12-29', '2025-12-30', '2025-12-31', '2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04']
  for (const day of week) expect(weekOf(day)).toEqual(week)
})
