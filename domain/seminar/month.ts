import { type Day, nextDay, weekdayOf } from '../time/day'

/** The month before or after another. @param month `2026-12` */
export function monthAfter(month: string, by: 1 | -1): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7)
}

export const firstDayOf = (month: string): Day => `${month}-01`

/** The weeks of a month, from Monday on. Null: a day of another month. */
export function weeksOf(month: string): (Day | null)[][] {
  const first = firstDayOf(month)
  const blanks = weekdayOf(first) - 1
  const days: (Day | null)[] = Array.from({ length: blanks }, () => null)
  for (let day = first; day.startsWith(month); day = nextDay(day)) days.push(day)
  while (days.length % 7 !== 0) days.push(null)
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7))
}

/** The days, both included. */
export function daysFrom(first: Day, last: Day): Day[] {
  const days: Day[] = []
  for (let day = first; day <= last && days.length < MOST_DAYS; day = nextDay(day)) days.push(day)
  return days
}

/** No seminar lasts longer; a wrong date must not fill the memory. */
export const MOST_DAYS = 60
