import type { ReminderReason } from './reminding'

/**
 * Numbers of people. `gathered`: the reminder goes into the next digest, because of the weekly budget of letters or by
 * the person's choice. `left`: shown, but no longer in the situation. `rested`: shown, but reminded in the meantime.
 */
export type ReminderOutcome = { sent: number; gathered: number; left: number; rested: number }

/** The query string of the page shown after sending: `?why=late&sent=3&gathered=0&left=0&rested=1`. */
export function writeOutcome(why: ReminderReason, { sent, gathered, left, rested }: ReminderOutcome): string {
  const counts = { sent, gathered, left, rested }
  return `?${new URLSearchParams({ why, ...Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, String(count)])) })}`
}

/** Null if the query string has no outcome. */
export function readOutcome(query: URLSearchParams): ReminderOutcome | null {
  const count = (name: keyof ReminderOutcome) => {
    const typed = query.get(name) ?? ''
    return /^\d{1,5}$/.test(typed) ? Number(typed) : null
  }
  const sent = count('sent')
  return sent === null
    ? null
    : { sent, gathered: count('gathered') ?? 0, left: count('left') ?? 0, rested: count('rested') ?? 0 }
}
