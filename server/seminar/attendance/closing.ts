import 'server-only'
import { isLateArrival } from '@/domain/seminar/attendance'
import type { PlaceRow } from '../../db/seminar/attendance'
import type { HalfDayRow, SeminarRow } from '../../db/seminar/seminars'
import { closingRefusal, halfDaysHeld, minutesOf } from './close-list'
import type { AttendanceView } from './list'

/**
 * What closing the list now would do: how many attestations of how many minutes, and how many guests get one by letter. `late`:
 * half-days in which somebody came when half of it was over.
 * `until`: up to when hours count, if the seminar is not over; null otherwise.
 */
export function closingOf(seminar: SeminarRow, { places, unlisted }: AttendanceView, now: Date) {
  const halfDays = halfDaysHeld(seminar, now)
  const present = places.filter((place) => minutesOf(place, halfDays) > 0)
  const minutes = present.map((place) => minutesOf(place, halfDays))
  const distinct = [...new Set(minutes)].toSorted((a, b) => b - a)
  const asked = places.flatMap(({ checkIns }) => checkIns.filter(({ state }) => state === 'awaiting'))
  return {
    attestations: distinct.map((one) => ({ minutes: one, count: minutes.filter((other) => other === one).length })),
    guests: present.filter(({ accountId }) => accountId === null).length,
    late: seminar.halfDays.reduce((sum, half) => sum + places.filter(cameLateTo(half)).length, 0),
    unanswered: asked.length + unlisted.length,
    refused: closingRefusal(seminar, now),
    endsAt: seminar.endsAt,
    until: seminar.endsAt > now ? now : null,
  }
}

const cameLateTo =
  (half: HalfDayRow) =>
  ({ checkIns }: PlaceRow) =>
    checkIns.some((one) => one.halfDayId === half.id && isLateArrival(one, half))

/** What the page says of a closed list; null while it is open. */
export function listOf({ closed, places }: AttendanceView) {
  if (!closed) return null
  const { closedAt, issuedAt, earlyReason, nameArabic, nameLatin } = closed
  const by = nameArabic && nameLatin ? { nameArabic, nameLatin } : null
  const issued = places.filter(({ certificate }) => certificate?.inForce).length
  return { closedAt, by, earlyReason, issued, issuing: issuedAt === null }
}
