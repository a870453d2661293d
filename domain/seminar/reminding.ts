import { dayOf, daysBetween, hourOf, nextDay, startOfDay } from '../cohort/day'

/** No letter goes earlier, by the clocks of Morocco. */
const FROM_HOUR = 8
const WEEK_DAYS = 7
/** A server that was down writes the letter of a week before on one of the next days. */
const WEEK_AT_LEAST = 4

export const REMINDED = ['week', 'day'] as const
export type Reminded = (typeof REMINDED)[number]

/**
 * Which letter is due at a moment about a seminar that begins at another: a week or a day before, by days in Morocco.
 * Null: none. `since`: whoever got her place from then on needs none, since she has just read of it.
 */
export function reminderDue(startsAt: Date, now: Date): { which: Reminded; since: Date } | null {
  const today = dayOf(now)
  const days = daysBetween(today, dayOf(startsAt))
  if (now < hourOf(today, FROM_HOUR) || now >= startsAt) return null
  if (days === 1) return { which: 'day', since: startOfDay(today) }
  if (days > WEEK_DAYS || days < WEEK_AT_LEAST) return null
  return { which: 'week', since: startOfDay(nextDay(today, -1)) }
}
