import { daysAfter, type TableBatch } from '@/demo/population/table-batch'
import { halfDaysOf } from '@/domain/seminar/half-days'

/** Two pages of the list. */
const SEMINARS = 40
const SITTINGS = 6
const SEATS = 60
const HOUR_MS = 3_600_000
const TITLE = JSON.stringify({
  ar: 'القاضي وضحية الاتجار: من الكشف إلى الحكم',
  fr: 'Le juge face à la victime de traite : de la détection au jugement',
})

/** Seminars to come, each with an agenda and a full room. @returns their ids. */
export function addSeminars(batch: TableBatch, institutionId: string, accountIds: readonly string[]): string[] {
  return Array.from({ length: SEMINARS }, (_, index) => addSeminar(batch, institutionId, accountIds, index))
}

function addSeminar(
  { tables, rng, now }: TableBatch,
  institutionId: string,
  accountIds: readonly string[],
  index: number,
): string {
  const id = rng.uuid(now)
  const begins = daysAfter(now, index + 1)
  const sittings = Array.from({ length: SITTINGS }, (_, place) => {
    const startsAt = new Date(begins.getTime() + place * HOUR_MS)
    return { startsAt, endsAt: new Date(startsAt.getTime() + HOUR_MS) }
  })
  const endsAt = new Date(begins.getTime() + SITTINGS * HOUR_MS)
  const place = JSON.stringify({ fr: 'Rabat, salle 2' })
  const seats = { status: 'open', seats: SEATS, admission: 'open', listed: 'public' }
  const about = { titles: TITLE, aims: TITLE, place, startsAt: begins, endsAt, createdAt: now }
  tables.Seminar.push({ id, institutionId, ...seats, ...about })
  for (const [place, span] of sittings.entries()) {
    const words = { titles: TITLE, speakers: JSON.stringify({ fr: ['Driss Qiyassi, juge'] }) }
    const spoken = { language: 'ar', interpretation: ['fr'] }
    tables.SeminarSitting.push({ id: rng.uuid(now), seminarId: id, position: place + 1, ...span, ...words, ...spoken })
  }
  for (const half of halfDaysOf(sittings)) tables.SeminarHalfDay.push({ id: rng.uuid(now), seminarId: id, ...half })
  for (const accountId of accountIds.slice(0, SEATS)) {
    const place = { status: 'registered', statusSince: now, source: 'open', createdAt: now }
    tables.SeminarRegistration.push({ id: rng.uuid(now), seminarId: id, accountId, ...place })
  }
  return id
}
