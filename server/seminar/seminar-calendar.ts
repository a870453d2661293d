import 'server-only'
import type { Locale } from '@/domain/locale'
import { seminarEntry } from '../account/calendar/seminar-entries'
import { writeEvent } from '../account/calendar/write-calendar'
import type { SeminarRow } from '../db/seminars'

/**
 * The file that adds a seminar to a calendar, moves it there, or takes it out.
 *
 * @param leads whether the page of the seminar is open to whoever asks. The link of a guest is not in it: a calendar is
 * shared.
 */
export function seminarCalendar(seminar: SeminarRow, leads: boolean, locale: Locale): string {
  const { createdAt, rescheduledAt, cancelledAt } = seminar
  const times = [createdAt, rescheduledAt, cancelledAt].map((at) => at?.getTime() ?? 0)
  const entry = seminarEntry({ ...seminar, changedAt: new Date(Math.max(...times)) }, locale)
  return writeEvent({ ...entry, path: leads ? entry.path : null }, locale)
}
