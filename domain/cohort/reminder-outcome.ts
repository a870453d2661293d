import type { ReminderReason } from './reminding'

/**
 * `gathered`: told in her next digest, since she has had her letters of the week. `left`: shown, and no longer in the
 * situation. `rested`: shown, and reminded by somebody meanwhile.
 */
export type ReminderOutcome = { sent: number; gathered: number; left: number; rested: number }

/** What a page says after reminders were sent, as its address carries it: `?why=late&sent=3&gathered=0&left=0&rested=1`. */
export function writeOutcome(why: ReminderReason, { sent, gathered, left, rested }: ReminderOutcome): string {
  const counts = { sent, gathered, left, rested }
  return `?${new URLSearchParams({ why, ...Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, String(count)])) })}`
}

/** Null where nothing was sent. */
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
