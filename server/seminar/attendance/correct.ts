import 'server-only'
import { AppError } from '@/domain/errors'
import type { Permit } from '../../auth/permit'
import { permitFor } from '../../auth/permit'
import { correctPresence } from '../../certificate/correct-presence'
import { propose } from '../../certificate/propose'
import { recordAct } from '../../db/audit/audit'
import { db } from '../../db/client'
import { findClosedList, findPlaces, findUnattested } from '../../db/seminar/attendance'
import { lockSeminar } from '../../db/seminar/seminar-changes'
import type { SeminarRow } from '../../db/seminar/seminars'
import { wake } from '../../queue/wake'
import { attest } from './issue-attestations'
import { openPlace } from './list'

export type Correction = { placeId: string; halfDayIds: readonly string[]; reason: string }
export type Corrected = 'proposed' | 'corrected' | 'unchanged' | 'guest'

/**
 * Corrects a closed list. A person without an attestation in force is put on the list and gets one. An attestation in
 * force is changed or withdrawn only if a second person agrees, like every certificate.
 *
 * @throws {AppError} conflict while the list is open; not-found; as propose does
 */
export async function correct(
  { actor, target }: Permit<'seminar:issue'>,
  seminar: SeminarRow,
  { placeId, halfDayIds, reason }: Correction,
  now: Date,
): Promise<Corrected> {
  if (target.seminarId !== seminar.id) throw new AppError('forbidden', 'permit for another seminar')
  const place = await openPlace(seminar, placeId)
  // Of a list that was closed early, half-days that were not held count nothing.
  const known = seminar.halfDays.flatMap(({ id, day, half, minutes }) =>
    halfDayIds.includes(id) && minutes > 0 ? [{ id, day, half }] : [],
  )
  const before = place.checkIns.filter(({ state }) => state === 'present').map(({ halfDayId }) => halfDayId)
  if (known.length === before.length && known.every(({ id }) => before.includes(id))) return 'unchanged'
  const { accountId, certificate } = place
  if (!certificate?.inForce) {
    await putOnList(seminar, { placeId, halfDayIds: known.map(({ id }) => id), reason }, actor.accountId, now)
    return 'corrected'
  }
  if (accountId === null) return 'guest'
  const { institutionId } = seminar
  const about = { number: certificate.number, holderId: accountId, institutionIds: [institutionId] }
  const permit = permitFor(actor, 'certificate:propose', about)
  const act = known.length > 0 ? ('supersede' as const) : ('revoke' as const)
  await propose(permit, institutionId, { act, reason, halfDays: known }, now)
  return 'proposed'
}

async function putOnList(
  seminar: SeminarRow,
  { placeId, halfDayIds, reason }: Correction,
  actorId: string,
  now: Date,
): Promise<void> {
  await db().$transaction(async (tx) => {
    await lockSeminar(tx, seminar.id)
    if (!(await findClosedList(tx, seminar.id))) throw new AppError('conflict', 'the list is open')
    const [place] = await findPlaces(tx, seminar.id, placeId)
    if (!place || place.certificate?.inForce) throw new AppError('conflict', 'she has an attestation meanwhile')
    const halfDays = seminar.halfDays.filter(({ id }) => halfDayIds.includes(id))
    const about = { seminarId: seminar.id, registrationId: placeId, paper: null }
    await correctPresence(tx, about, halfDays, { reason, byId: actorId }, now)
    // A withdrawn attestation is detached from the place, which can have only one.
    await tx.certificate.updateMany({ where: { registrationId: placeId }, data: { registrationId: null } })
    for (const person of await findUnattested(tx, seminar.id, { limit: 1, placeId }))
      await attest(tx, seminar, person, now)
    const facts = { actorId, subjectId: place.accountId, institutionId: seminar.institutionId, reason }
    await recordAct(tx, { act: 'attendance-corrected', ...facts, details: { seminar: seminar.id } }, now)
  })
  await wake('mail')
}
