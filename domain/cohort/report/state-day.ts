import { type Day, dayOf, nextDay, startOfDay } from '../day'

/**
 * The day of whose evening the figures of a report are: yesterday. They stay the same all day, so that who reloads the page
 * does not see what one more person changed. `until` is the first instant that no longer counts.
 */
export function stateOf(now: Date): { day: Day; until: Date } {
  const today = dayOf(now)
  return { day: nextDay(today, -1), until: startOfDay(today) }
}
