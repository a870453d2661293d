import 'server-only'
import type { Locale } from '@/domain/locale'
import { shownIn, type Texts } from '@/domain/text/texts'
import { translator } from '@/i18n/translator'
import { sql } from '../db/client'
import { findCalendarSeminars } from '../db/seminar/my-seminars'
import type { CalendarEntry, CalendarEvent, CalendarSource } from './entry'

type Seminar = {
  id: string
  titles: Texts
  place: Texts | null
  startsAt: Date
  endsAt: Date
  status: string
  sequence: number
  changedAt: Date
}

/** The seminars in which she has a seat or is offered one. A cancelled seminar stays, marked as cancelled. */
export const seminarEntries: CalendarSource = async ({ accountId, locale }, now) => {
  const seminars = await findCalendarSeminars(sql(), accountId, now)
  return seminars.map((seminar) => seminarEntry(seminar, locale))
}

/** A seminar as one event from its first to its last hour. Its link is left out, since a calendar may be shared. */
export function seminarEntry(seminar: Seminar, locale: Locale): CalendarEntry & CalendarEvent {
  const { id, startsAt: at, endsAt: until, sequence, changedAt, status } = seminar
  const title = shownIn(seminar.titles, locale)?.value ?? ''
  const cancelled = status === 'cancelled'
  return {
    uid: `seminar-${id}`,
    title: cancelled ? translator(locale)('registration.cancelledTitle', { title }) : title,
    path: `/seminars/${id}`,
    at,
    until,
    sequence,
    changedAt,
    cancelled,
    where: (seminar.place && shownIn(seminar.place, locale)?.value) || null,
  }
}
