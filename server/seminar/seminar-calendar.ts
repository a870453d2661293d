import 'server-only'
import type { Locale } from '@/domain/locale'
import { seminarEntry } from '../account/calendar/seminar-entries'
import { writeEvent } from '../account/calendar/write-calendar'
import type { SeminarRow } from '../db/seminars'

/** The file that adds a seminar to a calendar, moves it there, or takes it out. */
export function seminarCalendar(seminar: SeminarRow, locale: Locale): string {
  const { createdAt, rescheduledAt, cancelledAt } = seminar
  const times = [createdAt, rescheduledAt, cancelledAt].map((at) => at?.getTime() ?? 0)
  return writeEvent(seminarEntry({ ...seminar, changedAt: new Date(Math.max(...times)) }, locale), locale)
}
