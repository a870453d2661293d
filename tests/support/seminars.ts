import type { RegistrationStatus } from '@/domain/seminar/seminar'
import type { SeminarFields } from '@/domain/seminar/seminar-form'
import type { StatusAct } from '@/domain/seminar/state'
import { permitFor } from '@/server/auth/permit'
import { db, sql } from '@/server/db/client'
import { findSeminar, type SeminarRow } from '@/server/db/seminar/seminars'
import { changeStatus } from '@/server/seminar/change-status'
import { changeSeminar, createSeminar } from '@/server/seminar/save-seminar'
import { seminarTarget } from '@/server/seminar/seminar-permit'
import { actorNow } from './staff'

type Someone = { accountId: string; sessionId: string }
type Host = { institutionId: string; administrator: Someone }

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** A sitting that begins `hours` hours after `from`. */
export function sittingAt(from: Date, hours: number, lasts = 2): SeminarFields['sittings'][number] {
  const startsAt = new Date(from.getTime() + hours * HOUR_MS)
  const endsAt = new Date(startsAt.getTime() + lasts * HOUR_MS)
  return { startsAt, endsAt, titles: { fr: 'Séance' }, speakers: {}, language: 'fr', interpretation: [] }
}

/** A seminar in French, ten days from now. */
export function seminarFields(overrides: Partial<SeminarFields> = {}): SeminarFields {
  return {
    titles: { fr: 'Entendre la victime mineure' },
    aims: {},
    place: { fr: 'Rabat, salle 2' },
    accessDetails: {},
    link: null,
    recording: null,
    seats: null,
    admission: 'open',
    listed: 'public',
    registrationClosesAt: null,
    cohortId: null,
    courseId: null,
    sittings: [sittingAt(new Date(Date.now() + 10 * DAY_MS), 0)],
    ...overrides,
  }
}

export async function seminarOf(id: string): Promise<SeminarRow> {
  const seminar = await findSeminar(sql(), id)
  if (!seminar) throw new Error(`no seminar ${id}`)
  return seminar
}

export async function mayChangeSeminar(who: Someone, id: string) {
  return permitFor(await actorNow(who), 'seminar:change', seminarTarget(await seminarOf(id)))
}

/** A seminar of an institution. Its administrator makes it, and then does these acts. */
export async function makeSeminar(
  { institutionId, administrator }: Host,
  overrides: Partial<SeminarFields> = {},
  acts: readonly Exclude<StatusAct, 'cancel'>[] = ['open'],
): Promise<SeminarRow> {
  const permit = permitFor(await actorNow(administrator), 'seminar:create', { institutionId })
  const id = await createSeminar(permit, seminarFields(overrides), new Date())
  for (const act of acts) {
    const done = await changeStatus(await mayChangeSeminar(administrator, id), act, new Date())
    if (done !== 'done') throw new Error(`${act}: ${done.refused}`)
  }
  return seminarOf(id)
}

/** Saves a change as an organiser does who confirms what the form shows before it is saved. */
export async function changeReviewed(
  who: Someone,
  id: string,
  asked: { fields: SeminarFields; seen: number; reason?: string },
  now = new Date(),
) {
  const may = await mayChangeSeminar(who, id)
  const first = await changeSeminar(may, asked, now)
  return 'review' in first ? changeSeminar(may, { ...asked, reviewed: first.review.key }, now) : first
}

/** A place in a seminar, for a person with an account or for a guest. */
export async function insertRegistration(
  seminarId: string,
  who: { accountId: string } | { guestEmail: string; guestNameLatin: string; locale: string },
  status: RegistrationStatus = 'registered',
) {
  const person = 'accountId' in who ? { accountId: who.accountId } : who
  const place = { seminarId, ...person, status, statusSince: new Date(), source: 'open' }
  return db().seminarRegistration.create({ data: place })
}
