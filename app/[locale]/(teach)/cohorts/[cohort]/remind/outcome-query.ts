import type { ReminderReason } from '@/domain/cohort/reminding'
import type { Outcome } from '@/server/cohort/reminders/send-reminders'

/** What a page says after reminders were sent, as its address carries it: `?why=late&sent=3&left=0&rested=1`. */
export function writeOutcome(why: ReminderReason, { sent, left, rested }: Outcome): string {
  return `?${new URLSearchParams({ why, sent: String(sent), left: String(left), rested: String(rested) })}`
}

/** Null where nothing was sent. */
export function readOutcome(query: URLSearchParams): Outcome | null {
  const count = (name: keyof Outcome) => {
    const typed = query.get(name) ?? ''
    return /^\d{1,5}$/.test(typed) ? Number(typed) : null
  }
  const sent = count('sent')
  return sent === null ? null : { sent, left: count('left') ?? 0, rested: count('rested') ?? 0 }
}
