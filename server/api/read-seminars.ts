import 'server-only'
import type { Answer, Item } from '@/domain/api/answers'
import { type PageQuery, pageOf } from '@/domain/api/page-query'
import { ApiProblem } from '@/domain/api/problem'
import { formatCertificateNumber } from '@/domain/certificate/certificate-number'
import { isUuid } from '@/domain/uuid'
import { type ApiSeminar, findOpenSeminars } from '../db/api/api-reads'
import { sql } from '../db/client'
import { findPlaces, type PlaceRow } from '../db/seminar/attendance'
import { noteApiRead } from './note-read'
import type { ApiAccess } from './open-token'

export async function readSeminars(access: ApiAccess, { after, limit }: PageQuery): Promise<Answer<'Seminars'>> {
  const { items, next } = pageOf(await findOpenSeminars(sql(), access, { after, limit: limit + 1 }), limit)
  return { items: items.map(describe), next }
}

function describe({ startsAt, endsAt, halfDays, ...seminar }: ApiSeminar): Item<'Seminars'> {
  return {
    ...seminar,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    halfDays: halfDays.map((half) => ({
      ...half,
      startsAt: new Date(half.startsAt).toISOString(),
      endsAt: new Date(half.endsAt).toISOString(),
    })),
  }
}

/**
 * The registered people, with their presence in each half-day. @throws {ApiProblem} not-found, also for a seminar of
 * another institution and for one that the token does not cover
 */
export async function readAttendance(
  access: ApiAccess,
  seminarId: string,
  { after, limit }: PageQuery,
  now: Date,
): Promise<Answer<'Attendance'>> {
  const [seminar] = isUuid(seminarId) ? await findOpenSeminars(sql(), access, { after: null, limit: 1 }, seminarId) : []
  if (!seminar) throw new ApiProblem('not-found')
  await noteApiRead(access, { what: 'attendance', of: seminar.id }, now)
  const places = (await findPlaces(sql(), seminar.id))
    .map((place) => ({ ...place, id: place.placeId }))
    .filter(({ id }) => after === null || id > after)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const { items, next } = pageOf(places, limit)
  return { items: items.map((place) => describePlace(place, seminar)), next }
}

/** Without the reason for which a presence was struck, and who ticked it: only the organiser's own list has these. */
function describePlace(place: PlaceRow, { halfDays }: ApiSeminar): Item<'Attendance'> {
  const { placeId, accountId, nameArabic, nameLatin, function: personFunction, institution, certificate } = place
  const present = new Map(
    place.checkIns.filter(({ state }) => state === 'present').map(({ halfDayId, at }) => [halfDayId, at]),
  )
  return {
    id: placeId,
    guest: accountId === null,
    ...{ nameArabic, nameLatin, function: personFunction, institution },
    halfDays: halfDays.map(({ id }) => ({
      halfDayId: id,
      present: present.has(id),
      at: present.get(id)?.toISOString() ?? null,
    })),
    certificate: certificate?.inForce ? formatCertificateNumber(certificate.number) : null,
  }
}
