import 'server-only'
import ical, { ICalCalendarMethod } from 'ical-generator'
import type { Locale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { env } from '../../env'
import type { CalendarEntry } from './entry'

const REFRESH_SECONDS = 6 * 3600
const LASTS_MS = 30 * 60_000

/**
 * The entries as an iCalendar file (RFC 5545). Times are in UTC, so a device shows them by its own clock; days are days.
 *
 * @param since the time in every entry's stamp. It is always the same, so that the file changes only with its entries.
 */
export function writeCalendar(entries: readonly CalendarEntry[], locale: Locale, since: Date): string {
  const t = translator(locale)
  const { publicUrl } = env()
  const host = new URL(publicUrl).host
  const calendar = ical({
    name: t('calendar.name'),
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: host, product: 'learning', language: locale.toUpperCase() },
    ttl: REFRESH_SECONDS,
  })
  for (const { uid, title, path, ...when } of entries) {
    const url = `${publicUrl}/${locale}${path}`
    const shared = { id: `${uid}@${host}`, summary: title, url, stamp: since }
    if ('day' in when) calendar.createEvent({ ...shared, start: new Date(`${when.day}T00:00:00Z`), allDay: true })
    else calendar.createEvent({ ...shared, start: when.at, end: new Date(when.at.getTime() + LASTS_MS) })
  }
  return calendar.toString()
}
