import 'server-only'
import type { CalendarSeminar } from '@/domain/letter/letter'
import type { SeminarRow } from '../db/seminar/seminars'

/**
 * What the calendar file of a seminar shows.
 *
 * @param leads whether the reader may open the page of the seminar
 */
export function calendarSeminar(seminar: SeminarRow, leads: boolean): CalendarSeminar {
  const { id, titles, place, startsAt, endsAt, status, sequence, createdAt, rescheduledAt, cancelledAt } = seminar
  const times = [createdAt, rescheduledAt, cancelledAt].map((at) => at?.getTime() ?? 0)
  return {
    ...{ id, titles, place, status, sequence, leads },
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    changedAt: new Date(Math.max(...times)).toISOString(),
  }
}
