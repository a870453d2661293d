import type { ReminderReason } from './reminding'

/** `left`: shown, and no longer in the situation. `rested`: shown, and reminded by somebody meanwhile. */
export type ReminderOutcome = { sent: number; left: number; rested: number }

/** What a page says after reminders were sent, as its address carries it: `?why=late&sent=3&left=0&rested=1`. */
export function writeOutcome(why: ReminderReason, { sent, left, rested }: ReminderOutcome): string {
  return `?${new URLSearchParams({ why, sent: String(sent), left: String(left), rested: String(rested) })}`
}

/** Null where nothing was sent. */
export function readOutcome(query: URLSearchParams): ReminderOutcome | null {
  const count = (name: keyof ReminderOutcome) => {
    const typed = query.get(name) ?? ''
    return /^\d{1,5}$/.test(typed) ? Number(typed) : null
  }
  const sent = count('sent')
  return sent === null ? null : { sent, left: count('left') ?? 0, rested: count('rested') ?? 0 }
}
