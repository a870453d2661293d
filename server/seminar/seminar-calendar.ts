import 'server-only'
import type { CalendarFile } from '@/domain/account/letter'
import type { Locale } from '@/domain/locale'
import { seminarEntry } from '../account/calendar/seminar-entries'
import { writeEvent } from '../account/calendar/write-calendar'
import type { SeminarRow } from '../db/seminars'

/**
 * The file that adds a seminar to a calendar, moves it there, or takes it out, for a letter.
 *
 * @param leads as for `seminarCalendar`
 */
export function seminarFile(seminar: SeminarRow, leads: boolean, locale: Locale): CalendarFile {
  const method = seminar.status === 'cancelled' ? 'CANCEL' : 'PUBLISH'
  return { method, content: seminarCalendar(seminar, leads, locale) }
}

/**
 * The content of that file.
 *
 * @param leads whether the caller may open the page of the seminar: the entry then links to it. A guest's own link is
 * never in the file, since calendars are shared.
 */
export function seminarCalendar(seminar: SeminarRow, leads: boolean, locale: Locale): string {
  const { createdAt, rescheduledAt, cancelledAt } = seminar
  const times = [createdAt, rescheduledAt, cancelledAt].map((at) => at?.getTime() ?? 0)
  const entry = seminarEntry({ ...seminar, changedAt: new Date(Math.max(...times)) }, locale)
  return writeEvent({ ...entry, path: leads ? entry.path : null }, locale)
}
