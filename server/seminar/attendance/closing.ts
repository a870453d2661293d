import 'server-only'
import { minutesPresent } from '@/domain/seminar/attendance'
import type { SeminarRow } from '../../db/seminars'
import { closingRefusal, isPresent } from './close-list'
import type { AttendanceView } from './list'

/** What closing the list would do: how many attestations of how many minutes, and how many guests get one by letter. */
export function closingOf(seminar: SeminarRow, { places, unlisted }: AttendanceView, now: Date) {
  const present = places.filter(isPresent)
  const minutes = present.map(({ checkIns }) => {
    const there = checkIns.filter(({ state }) => state === 'present').map(({ halfDayId }) => halfDayId)
    return minutesPresent(seminar.halfDays, there)
  })
  const distinct = [...new Set(minutes)].toSorted((a, b) => b - a)
  const asked = places.flatMap(({ checkIns }) => checkIns.filter(({ state }) => state === 'awaiting'))
  return {
    attestations: distinct.map((one) => ({ minutes: one, count: minutes.filter((other) => other === one).length })),
    guests: present.filter(({ accountId }) => accountId === null).length,
    unanswered: asked.length + unlisted.length,
    refused: closingRefusal(seminar, now),
  }
}

/** What the page says of a closed list; null while it is open. */
export function listOf({ closed, places }: AttendanceView) {
  if (!closed) return null
  const { closedAt, issuedAt, nameArabic, nameLatin } = closed
  const by = nameArabic && nameLatin ? { nameArabic, nameLatin } : null
  const issued = places.filter(({ certificate }) => certificate?.inForce).length
  return { closedAt, by, issued, issuing: issuedAt === null }
}
