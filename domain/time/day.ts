import { z } from 'zod'
import { memoize } from '../memoize'

/** A day in Africa/Casablanca, `2026-02-18`. The UTC offset changes with Ramadan, so not every day has 24 hours. */
export const daySchema = z.iso.date()
export type Day = string

export const ZONE = 'Africa/Casablanca'

const HOUR_MS = 3_600_000

const CLOCK = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

/** The calendar day in Morocco at this instant. */
export function dayOf(instant: Date): Day {
  return shownAt(instant).slice(0, 10)
}

/** The first instant of a day in Morocco. */
export function startOfDay(day: Day): Date {
  return hourOf(day, 0)
}

/** The instant at which clocks in Morocco show a full hour of a day. */
export function hourOf(day: Day, hour: number): Date {
  const shown = Date.parse(`${day}T00:00:00Z`) + hour * HOUR_MS
  // The guess may lie on the other side of an offset change, so the offset is read again at the corrected instant.
  const guess = shown - offsetAt(new Date(shown))
  return new Date(shown - offsetAt(new Date(guess)))
}

/** The first instant after a day in Morocco. */
export function endOfDay(day: Day): Date {
  return startOfDay(nextDay(day))
}

export function nextDay(day: Day, days = 1): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** How many days `to` is after `from`; negative if it is before. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

/** The seven days of the week that contains a day, from Monday on. */
export function weekOf(day: Day): Day[] {
  const monday = nextDay(day, 1 - weekdayOf(day))
  return [0, 1, 2, 3, 4, 5, 6].map((days) => nextDay(monday, days))
}

/** How far Moroccan local time is ahead of UTC, in milliseconds. */
function offsetAt(instant: Date): number {
  return offsetIn(Math.floor(instant.getTime() / HOUR_MS))
}

/**
 * The same for an hour since 1970: clocks in Morocco change only at a full hour of UTC. Each hour is looked up once,
 * because `Intl` takes ten times as long as the rest, and a page for staff needs hundreds of days.
 */
const offsetIn = memoize(
  (hour: number): number => {
    const start = new Date(hour * HOUR_MS)
    const { year, month, day, hour: shown, minute } = partsOf(start)
    return Date.parse(`${year}-${month}-${day}T${shown}:${minute}:00Z`) - start.getTime()
  },
  { key: String, limit: 10_000 },
)

function partsOf(instant: Date): Record<string, string> {
  return Object.fromEntries(CLOCK.formatToParts(instant).map(({ type, value }) => [type, value]))
}

/** The local time in Morocco, in the ISO form of a UTC time. */
function shownAt(instant: Date): string {
  return new Date(instant.getTime() + offsetAt(instant)).toISOString()
}

/** What clocks in Morocco show at this instant, `09:30`. */
export function clockOf(instant: Date): string {
  return shownAt(instant).slice(11, 16)
}
