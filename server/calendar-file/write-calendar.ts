import 'server-only'
import ical, { type ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Locale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { env } from '../env'
import type { CalendarEntry, CalendarEvent } from './entry'

const REFRESH_SECONDS = 6 * 3600
const LASTS_MS = 30 * 60_000

/**
 * The entries as an iCalendar file (RFC 5545). Times are in UTC, so that a device shows them by its own clock; days
 * have no time zone.
 *
 * @param since the time in the stamp of every entry that has none of its own. It is always the same, so that the file
 * changes only with its entries.
 */
export function writeCalendar(entries: readonly CalendarEntry[], locale: Locale, since: Date): string {
  const calendar = emptyCalendar(locale, ICalCalendarMethod.PUBLISH)
  for (const entry of entries) addEntry(calendar, entry, locale, since)
  return calendar.toString()
}

/** One event as a file of its own. If the event is cancelled, the file removes it from the calendar. */
export function writeEvent(entry: CalendarEntry & CalendarEvent, locale: Locale): string {
  const method = entry.cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH
  const calendar = emptyCalendar(locale, method)
  addEntry(calendar, entry, locale, entry.changedAt)
  return calendar.toString()
}

function emptyCalendar(locale: Locale, method: ICalCalendarMethod): ICalCalendar {
  return ical({
    name: translator(locale)('calendar.name'),
    method,
    prodId: { company: hostOf(env().publicUrl), product: 'learning', language: locale.toUpperCase() },
    ttl: REFRESH_SECONDS,
  })
}

const hostOf = (url: string) => new URL(url).host

function addEntry(calendar: ICalCalendar, entry: CalendarEntry, locale: Locale, since: Date): void {
  const { publicUrl } = env()
  const { uid, path } = entry
  const shared = {
    id: `${uid}@${hostOf(publicUrl)}`,
    summary: oneLine(entry.title),
    ...(path !== null && { url: `${publicUrl}/${locale}${path}` }),
  }
  if ('day' in entry)
    calendar.createEvent({ ...shared, stamp: since, start: new Date(`${entry.day}T00:00:00Z`), allDay: true })
  else if ('until' in entry)
    calendar.createEvent({
      ...shared,
      stamp: entry.changedAt,
      start: entry.at,
      end: entry.until,
      sequence: entry.sequence,
      status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      ...(entry.where && { location: oneLine(entry.where) }),
    })
  else calendar.createEvent({ ...shared, stamp: since, start: entry.at, end: new Date(entry.at.getTime() + LASTS_MS) })
}

/** Text that people wrote may contain line breaks, which would break the lines of the file. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}
