import { type Day, dayOf, hourOf, nextDay, weekdayOf } from '../time/day'

/** Hours at which people want to be reminded. */
export const REMINDER_HOURS = [6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22] as const
export const MOST_OWN_REMINDERS = 20

/** When a learner wants to be reminded, by the clocks of Morocco: once on a day, or each week. Monday is 1. */
export type ReminderTime = { hour: number } & ({ day: Day; weekday: null } | { day: null; weekday: number })

/** The first time after an instant; null if there is none left. */
export function nextTime({ day, weekday, hour }: ReminderTime, after: Date): Date | null {
  if (day !== null) {
    const at = hourOf(day, hour)
    return at > after ? at : null
  }
  const today = dayOf(after)
  for (let ahead = 0; ahead <= 7; ahead += 1) {
    const at = hourOf(nextDay(today, ahead), hour)
    if (weekdayOf(nextDay(today, ahead)) === weekday && at > after) return at
  }
  return null
}

/** The next times, at most `most`. */
export function nextTimes(time: ReminderTime, after: Date, most: number): Date[] {
  const times: Date[] = []
  for (let at = nextTime(time, after); at && times.length < most; at = nextTime(time, at)) times.push(at)
  return times
}
