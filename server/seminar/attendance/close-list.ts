import 'server-only'
import { AppError } from '@/domain/errors'
import type { Permit } from '../../auth/permit'
import { findClosedList, findPlaces, insertClosedList } from '../../db/attendance'
import { recordAct } from '../../db/audit'
import { db } from '../../db/client'
import { lockSeminar } from '../../db/seminar-changes'
import type { SeminarRow } from '../../db/seminars'
import { wake } from '../../jobs/wake'
import { tellAttendance } from '../../webhook/tell'
import { issueNext } from './issue-attestations'

export type Closing = 'closed' | { refused: 'not-over' | 'cancelled' | 'changed' }

/**
 * Closes the list in the caller's own name, and issues the first attestations; a job issues the rest. Idempotent: a
 * second submission, or a second administrator, finds it closed.
 *
 * @param count the number of attestations that the button named. If the list has changed since, nothing is done.
 */
export async function closeList(
  { actor, target }: Permit<'seminar:issue'>,
  seminar: SeminarRow,
  count: number,
  now: Date,
): Promise<Closing> {
  if (target.seminarId !== seminar.id) throw new AppError('forbidden', 'permit for another seminar')
  const refused = closingRefusal(seminar, now)
  if (refused) return { refused }
  const closed = await db()
    .$transaction(async (tx) => {
      await lockSeminar(tx, seminar.id)
      if (await findClosedList(tx, seminar.id)) return true
      await insertClosedList(tx, seminar.id, actor.accountId, now)
      const places = await findPlaces(tx, seminar.id)
      const present = places.filter(isPresent)
      if (present.length !== count) throw new ListChanged()
      await tellAttendance(tx, { seminar, halfDays: seminar.halfDays, places: present }, false, now)
      const facts = { actorId: actor.accountId, institutionId: seminar.institutionId }
      await recordAct(tx, { act: 'attendance-closed', ...facts, details: { seminar: seminar.id, people: count } }, now)
      return true
    })
    .catch((error: unknown) => {
      if (error instanceof ListChanged) return false
      throw error
    })
  if (!closed) return { refused: 'changed' }
  if (await issueNext(seminar.id, now)) await wake('lists')
  await wake('mail')
  return 'closed'
}

/** Thrown to roll the transaction back. */
class ListChanged extends Error {}

/** Why the list cannot be closed, or null. A half-day that has not begun cannot be attested. */
export function closingRefusal({ status, halfDays }: SeminarRow, now: Date): 'not-over' | 'cancelled' | null {
  if (status === 'cancelled' || status === 'draft') return 'cancelled'
  return halfDays.every(({ startsAt }) => startsAt <= now) ? null : 'not-over'
}

export function isPresent({ checkIns }: { checkIns: readonly { state: string }[] }): boolean {
  return checkIns.some(({ state }) => state === 'present')
}
