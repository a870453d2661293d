import { dayOf, daysBetween, hourOf, nextDay, startOfDay } from '../time/day'

/** The hour in Morocco before which no letter is sent. */
const FROM_HOUR = 8
const WEEK_DAYS = 7
/** If the server was down, the letter of a week before is sent later, but at least this many days before. */
const WEEK_AT_LEAST = 4

export const REMINDED = ['week', 'day'] as const
export type Reminded = (typeof REMINDED)[number]

/**
 * The letter that is due now about a seminar: a week or a day before it, by days in Morocco. Null: none. `since`: a
 * person who got her place after that needs no letter, since she has just read about it.
 */
export function reminderDue(startsAt: Date, now: Date): { which: Reminded; since: Date } | null {
  const today = dayOf(now)
  const days = daysBetween(today, dayOf(startsAt))
  if (now < hourOf(today, FROM_HOUR) || now >= startsAt) return null
  if (days === 1) return { which: 'day', since: startOfDay(today) }
  if (days > WEEK_DAYS || days < WEEK_AT_LEAST) return null
  return { which: 'week', since: startOfDay(nextDay(today, -1)) }
}
