import 'server-only'
import type { CalendarSeminar } from '@/domain/letter/letter'
import type { Locale } from '@/domain/locale'
import { seminarEntry } from './seminar-entries'
import { writeEvent } from './write-calendar'

/** An iCalendar file (RFC 5545) that goes with a letter. */
export type CalendarFile = { method: 'PUBLISH' | 'CANCEL'; content: string }

/**
 * The file that adds a seminar to a calendar, moves it there, or takes it out. A guest's own link is never in it, since
 * calendars are shared.
 */
export function seminarFile(seminar: CalendarSeminar, locale: Locale): CalendarFile {
  const [startsAt, endsAt, changedAt] = [
    new Date(seminar.startsAt),
    new Date(seminar.endsAt),
    new Date(seminar.changedAt),
  ]
  const entry = seminarEntry({ ...seminar, startsAt, endsAt, changedAt }, locale)
  const method = seminar.status === 'cancelled' ? 'CANCEL' : 'PUBLISH'
  return { method, content: writeEvent({ ...entry, path: seminar.leads ? entry.path : null }, locale) }
}
