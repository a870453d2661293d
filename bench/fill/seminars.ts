import { daysAfter, type TableBatch } from '@/demo/population/table-batch'
import { dayOf } from '@/domain/time/day'
import { halfDaysOf } from '@/domain/time/half-days'
import type { BenchLearner } from './learner'

/** Two pages of the list. */
const SEMINARS = 40
const SITTINGS = 6
const SEATS = 60
/** Enough people and rooms for some thousands of check-ins. */
const ROOMS = 10
const IN_A_ROOM = 500
/** Longer than a bench takes. */
const OPEN_HOURS = 12
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

/** A half-day under way, with the people who may check in to it. */
export type BenchRoom = { halfDayId: string; people: readonly BenchLearner[] }

/** Seminars under way, for invited people only. They are the last learners, whom the other cases use less. */
export function addRooms(batch: TableBatch, institutionId: string, learners: readonly BenchLearner[]): BenchRoom[] {
  const people = learners.slice(-IN_A_ROOM)
  return Array.from({ length: ROOMS }, () => ({ halfDayId: addRoom(batch, institutionId, people), people }))
}

function addRoom({ tables, rng, now }: TableBatch, institutionId: string, people: readonly BenchLearner[]): string {
  const [id, halfDayId] = [rng.uuid(now), rng.uuid(now)]
  const span = { startsAt: new Date(now.getTime() - HOUR_MS), endsAt: new Date(now.getTime() + OPEN_HOURS * HOUR_MS) }
  const seats = { status: 'open', seats: IN_A_ROOM, admission: 'list', listed: 'invited' }
  const place = JSON.stringify({ fr: 'Rabat, salle 2' })
  tables.Seminar.push({ id, institutionId, ...seats, titles: TITLE, aims: TITLE, place, ...span, createdAt: now })
  const half = { day: dayOf(now), half: 'morning', minutes: 180 }
  tables.SeminarHalfDay.push({ id: halfDayId, seminarId: id, ...half, ...span })
  for (const { accountId } of people) {
    const registered = { status: 'registered', statusSince: now, source: 'open', createdAt: now }
    tables.SeminarRegistration.push({ id: rng.uuid(now), seminarId: id, accountId, ...registered })
  }
  return halfDayId
}
