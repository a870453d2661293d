import { type Day, dayOf, nextDay, startOfDay } from '../../time/day'

/**
 * The day at whose end a report is taken: yesterday. The figures stay the same all day, so that a reader who reloads
 * the page does not see the effect of one more person. `until` is the first instant that no longer counts.
 */
export function reportDay(now: Date): { day: Day; until: Date } {
  const today = dayOf(now)
  return { day: nextDay(today, -1), until: startOfDay(today) }
}
