import 'server-only'
import type { ProposedHalfDay } from '@/domain/certificate/proposal'
import { minutesPresent } from '@/domain/seminar/attendance'
import type { CertificateRow } from '../db/certificate/certificates'
import type { Tx } from '../db/client'
import { findPlaces, restoreCheckIn, strikeCheckIn } from '../db/seminar/attendance'
import { findSeminar } from '../db/seminar/seminars'
import { tellAttendance } from '../webhook/tell'
import { requirePresence } from './certificate-facts'
import { freezeCorrected } from './freeze-paper'

type Held = Pick<CertificateRow, 'seminarId' | 'registrationId' | 'paper'>

/** The paper of an attestation with corrected half-days. @returns its hash */
export async function correctedPaper(tx: Tx, { seminarId, paper }: Held, halfDays: readonly ProposedHalfDay[]) {
  const { presence } = requirePresence(paper)
  const known = (await findSeminar(tx, seminarId ?? ''))?.halfDays ?? []
  const ids = halfDays.map(({ id }) => id)
  const stated = halfDays.map(({ day, half }) => ({ day, half }))
  return freezeCorrected(tx, requirePresence(paper), {
    ...presence,
    halfDays: stated,
    minutes: minutesPresent(known, ids),
  })
}

/** Changes the attendance list so that the person is present in exactly these half-days, with the reason. */
export async function correctPresence(
  tx: Tx,
  { seminarId, registrationId: placeId }: Held,
  halfDays: readonly ProposedHalfDay[],
  { reason, byId }: { reason: string; byId: string },
  now: Date,
): Promise<void> {
  if (!seminarId || !placeId) return
  const all = await tx.seminarHalfDay.findMany({ where: { seminarId }, select: { id: true } })
  for (const { id: halfDayId } of all) {
    const turned = { placeId, halfDayId, byId, reason, now }
    if (halfDays.some(({ id }) => id === halfDayId)) await restoreCheckIn(tx, turned)
    else await strikeCheckIn(tx, turned)
  }
  const seminar = await findSeminar(tx, seminarId)
  const places = await findPlaces(tx, seminarId, placeId)
  if (seminar) await tellAttendance(tx, { seminar, halfDays: seminar.halfDays, places }, true, now)
}
