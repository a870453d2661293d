import { randomUUID } from 'node:crypto'
import type { Person, SeminarTarget } from '@/domain/auth/policy'
import { type Permit, permitFor } from '@/server/auth/permit'
import { db, sql } from '@/server/db/client'
import { findSeminar } from '@/server/db/seminar/seminars'
import { seminarTarget } from '@/server/seminar/seminar-permit'
import { insertPerson } from './people'
import { actorNow, insertStaff, makeInstitution } from './staff'

/** In the middle of the morning. */
export const IN_MORNING = new Date('2026-12-03T09:00:10Z')
/** In the second, and last, half-day. */
export const IN_AFTERNOON = new Date('2026-12-03T14:00:00Z')
/** After the last sitting. */
export const AFTER_SEMINAR = new Date('2026-12-03T15:30:00Z')
export const at = (seconds: number, from = IN_MORNING) => new Date(from.getTime() + seconds * 1000)

/** A seminar of one day, a morning of three hours and an afternoon of two and a half, with its administrator. */
export async function makeSeminarDay({ status = 'open' }: { status?: string } = {}) {
  const institutionId = await makeInstitution()
  const administrator = await insertStaff('administrator', institutionId)
  const morning = { startsAt: new Date('2026-12-03T08:00:00Z'), endsAt: new Date('2026-12-03T11:00:00Z') }
  const afternoon = { startsAt: new Date('2026-12-03T12:30:00Z'), endsAt: new Date('2026-12-03T15:00:00Z') }
  const day = new Date('2026-12-03T00:00:00Z')
  const { id, halfDays } = await db().seminar.create({
    data: {
      institutionId,
      status,
      titles: { ar: 'القاضي أمام ضحية الاتجار بالبشر', fr: 'Le juge face à la victime' },
      place: { fr: 'Fès, salle de conférences' },
      startsAt: morning.startsAt,
      endsAt: afternoon.endsAt,
      halfDays: {
        create: [
          { day, half: 'morning', ...morning, minutes: 180 },
          { day, half: 'afternoon', ...afternoon, minutes: 150 },
        ],
      },
      sittings: {
        create: [morning, afternoon].map((span, index) => {
          const words = { titles: { fr: 'Séance' }, speakers: {}, language: 'fr', interpretation: [] }
          return { ...span, ...words, position: index + 1 }
        }),
      },
    },
    include: { halfDays: { orderBy: { startsAt: 'asc' } } },
  })
  const [first, second] = halfDays
  if (!first || !second) throw new Error('two half-days')
  return { id, institutionId, administrator, morning: first.id, afternoon: second.id }
}
export type SeminarDay = Awaited<ReturnType<typeof makeSeminarDay>>

/** A person with an account who is registered. */
export async function registered(seminar: SeminarDay, status = 'registered') {
  const person = await insertPerson()
  const place = { seminarId: seminar.id, accountId: person.accountId, status, statusSince: IN_MORNING, source: 'open' }
  return { ...person, placeId: (await db().seminarRegistration.create({ data: place })).id }
}

/** A guest who is registered. */
export async function registeredGuest(seminar: SeminarDay) {
  const email = `${randomUUID()}@example.ma`
  const names = { guestNameLatin: 'Omar Qiyassi', language: 'fr' }
  const place = {
    seminarId: seminar.id,
    guestEmail: email,
    ...names,
    status: 'registered',
    statusSince: IN_MORNING,
    source: 'open',
  }
  return { name: 'Omar Qiyassi', email, placeId: (await db().seminarRegistration.create({ data: place })).id }
}

type Run = 'seminar:read' | 'seminar:run' | 'seminar:issue'
/** The permit of the administrator, or of `who`, with the current seminar. @throws {AppError} as the policy decides */
export async function mayRun<P extends Run>(seminar: SeminarDay, permission: P, who = seminar.administrator) {
  const row = await findSeminar(sql(), seminar.id)
  if (!row) throw new Error('seminar')
  const actor: Person = await actorNow(who)
  const target: SeminarTarget = seminarTarget(row)
  return { seminar: row, permit: permitFor(actor, permission, target as never) as Permit<P> }
}

export const checkInsOf = (placeId: string) =>
  db().seminarCheckIn.findMany({ where: { registrationId: placeId }, orderBy: { at: 'asc' } })
