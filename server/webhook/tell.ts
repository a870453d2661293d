import 'server-only'
import type { WebhookEvent } from '@/domain/webhook/webhook'
import type { Earned } from '../db/cohort/teachers'
import type { PlaceRow } from '../db/seminar/attendance'
import type { Sql } from '../db/sql'
import {
  findIssued,
  findListening,
  findSeminarListening,
  findTaughtPlaces,
  type IssuedRow,
  insertDeliveries,
  type NewDelivery,
  type TaughtPlace,
} from '../db/webhook/webhooks'

// Each of these functions writes in the transaction of the fact that it reports: both are stored, or neither.

type Data = NewDelivery['message']

function messageOf(type: WebhookEvent, data: Data, at: Date): Data {
  return { type, timestamp: at.toISOString(), data }
}

/** A person as the institution's export shows her. */
const personOf = ({ nameArabic, nameLatin, email, function: held }: TaughtPlace): Data => ({
  nameArabic,
  nameLatin,
  email,
  function: held,
})

/**
 * Tells the institutions that taught a person that she has completed the course. No institution is told what she does
 * on her own, or for another institution.
 */
export async function tellCompleted(tx: Sql, earned: Earned & { courseId: string }, now: Date): Promise<void> {
  const places = await findTaughtPlaces(tx, earned)
  const { accountId, courseId } = earned
  const told = places.filter(({ shown, events }) => shown && events.includes('member.completed'))
  const deliveries = told.map((place): NewDelivery => {
    const { webhookId, cohortId, memberId } = place
    const completedAt = earned.issuedAt.toISOString()
    const data = { cohortId, memberId, courseId, completedAt, person: personOf(place) }
    const message = messageOf('member.completed', data, now)
    return { webhookId, event: 'member.completed', fact: `${memberId} ${courseId}`, message, accountId }
  })
  await insertDeliveries(tx, deliveries, now)
}

/**
 * Tells the institutions that taught a certificate, or whose seminar it attests, that it was issued.
 *
 * @param attemptId of the exam, which a replaced certificate no longer names.
 */
export async function tellIssued(tx: Sql, number: string, attemptId: string | null, now: Date): Promise<void> {
  const issued = await findIssued(tx, number)
  if (!issued) return
  const earned = { ...issued, attemptId }
  const deliveries = issued.seminarId
    ? (await findSeminarListening(tx, earned)).map(({ webhookId }) => issuedTo({ webhookId }, issued, now))
    : (await findTaughtPlaces(tx, earned))
        .filter(({ events }) => events.includes('certificate.issued'))
        .map((place) => issuedTo(place, issued, now))
  await insertDeliveries(tx, deliveries, now)
}

function issuedTo(to: TaughtPlace | { webhookId: string }, issued: IssuedRow, now: Date): NewDelivery {
  const { number, accountId, courseId, seminarId, registrationId, replaces, issuedAt } = issued
  const certificate = { number, courseId, seminarId, issuedAt: issuedAt.toISOString(), replaces }
  // The names on the certificate. They are left out for a guest, who has no account in which to see who was told.
  const { nameArabic, nameLatin } = issued
  const named = { nameArabic, nameLatin }
  const data =
    'memberId' in to
      ? { certificate, cohortId: to.cohortId, memberId: to.memberId, person: { ...personOf(to), ...named } }
      : { certificate, registrationId, person: accountId === null ? null : named }
  const message = messageOf('certificate.issued', data, now)
  return { webhookId: to.webhookId, event: 'certificate.issued', fact: number, message, accountId }
}

type Attended = {
  seminar: { id: string; institutionId: string }
  halfDays: readonly { id: string; day: string; half: string; minutes: number }[]
  places: readonly Pick<PlaceRow, 'placeId' | 'accountId' | 'nameArabic' | 'nameLatin' | 'function' | 'checkIns'>[]
}

/**
 * Tells the organising institution who was present, when the attendance list is closed, and again after each correction
 * of it: then `halfDays` may be empty.
 */
export async function tellAttendance(
  tx: Sql,
  { seminar, halfDays, places }: Attended,
  corrected: boolean,
  now: Date,
): Promise<void> {
  const listening = await findListening(tx, seminar.institutionId, 'attendance.recorded')
  if (listening.length === 0) return
  const deliveries = places.flatMap((place) => {
    const { placeId: registrationId, accountId, nameArabic, nameLatin, function: held } = place
    const there = place.checkIns.filter(({ state }) => state === 'present').map(({ halfDayId }) => halfDayId)
    const attended = halfDays.filter(({ id }) => there.includes(id))
    const data = {
      seminarId: seminar.id,
      registrationId,
      recordedAt: now.toISOString(),
      corrected,
      minutes: attended.reduce((sum, { minutes }) => sum + minutes, 0),
      halfDays: attended.map(({ id, day, half }) => ({ id, day, half })),
      // A guest has no account in which to see who was told.
      person: accountId === null ? null : { nameArabic, nameLatin, function: held },
    }
    const fact = corrected ? `${registrationId} ${now.toISOString()}` : registrationId
    const message = messageOf('attendance.recorded', data, now)
    return listening.map(
      ({ webhookId }): NewDelivery => ({ webhookId, event: 'attendance.recorded', fact, message, accountId }),
    )
  })
  await insertDeliveries(tx, deliveries, now)
}
