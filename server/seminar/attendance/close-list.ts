import 'server-only'
import { AppError } from '@/domain/errors'
import { minutesPresent } from '@/domain/seminar/attendance'
import { minutesHeld } from '@/domain/time/half-days'
import type { Permit } from '../../auth/permit'
import { recordAct } from '../../db/audit/audit'
import { db } from '../../db/client'
import { findClosedList, findPlaces, insertClosedList, setCountedMinutes } from '../../db/seminar/attendance'
import { lockSeminar } from '../../db/seminar/seminar-changes'
import { findSeminar, type HalfDayRow, type SeminarRow } from '../../db/seminar/seminars'
import { wake } from '../../queue/wake'
import { tellAttendance } from '../../webhook/tell'
import { issueNext } from './issue-attestations'

export type Closing = 'closed' | { refused: ClosingRefusal | 'changed' }
export type ClosingRefusal = 'not-begun' | 'not-over' | 'cancelled'
/** `count`: the attestations that the button named. `early`: why the list is closed before the end; empty otherwise. */
export type Declared = { count: number; early?: string }

/**
 * Closes the list in the caller's own name, and issues the first attestations; a job issues the rest. Before the end of
 * the last sitting it needs a reason, and only what was held until now counts. Idempotent: a second submission, or a
 * second administrator, finds it closed. If the list has changed since the number was shown, nothing is done.
 */
export async function closeList(
  { actor, target }: Permit<'seminar:issue'>,
  seminar: Pick<SeminarRow, 'id'>,
  { count, early = '' }: Declared,
  now: Date,
): Promise<Closing> {
  if (target.seminarId !== seminar.id) throw new AppError('forbidden', 'permit for another seminar')
  const closing = await db()
    .$transaction(async (tx): Promise<Closing> => {
      await lockSeminar(tx, seminar.id)
      if (await findClosedList(tx, seminar.id)) return 'closed'
      const current = await findSeminar(tx, seminar.id)
      if (!current) throw new AppError('not-found', 'seminar')
      const refused = closingRefusal(current, now)
      if (refused && !(refused === 'not-over' && early !== '')) return { refused }
      const earlyReason = refused === 'not-over' ? early : null
      await insertClosedList(tx, current.id, { closedById: actor.accountId, earlyReason }, now)
      const halfDays = halfDaysHeld(current, now)
      if (earlyReason !== null) await setCountedMinutes(tx, halfDays)
      const present = (await findPlaces(tx, current.id)).filter((place) => minutesOf(place, halfDays) > 0)
      if (present.length !== count) throw new ListChanged()
      await tellAttendance(tx, { seminar: current, halfDays, places: present }, false, now)
      const facts = { actorId: actor.accountId, institutionId: current.institutionId, reason: earlyReason }
      await recordAct(tx, { act: 'attendance-closed', ...facts, details: { seminar: current.id, people: count } }, now)
      return 'closed'
    })
    .catch((error: unknown): Closing => {
      if (error instanceof ListChanged) return { refused: 'changed' }
      throw error
    })
  if (closing !== 'closed') return closing
  if (await issueNext(seminar.id, now)) await wake('lists')
  await wake('mail')
  return closing
}

/** Thrown to roll the transaction back. */
class ListChanged extends Error {}

/**
 * Why the list cannot be closed, or null. Nobody has sat through a sitting that is not over: until then it takes a
 * written reason (`not-over`), and a first minute that was held (`not-begun`).
 */
export function closingRefusal({ status, startsAt, endsAt }: SeminarRow, now: Date): ClosingRefusal | null {
  if (status === 'cancelled' || status === 'draft') return 'cancelled'
  if (endsAt <= now) return null
  return now.getTime() - startsAt.getTime() < MINUTE_MS ? 'not-begun' : 'not-over'
}

const MINUTE_MS = 60_000

/** The half-days with the minutes that were held until now. */
export function halfDaysHeld({ halfDays, sittings }: SeminarRow, now: Date): HalfDayRow[] {
  const held = new Map(minutesHeld(halfDays, sittings, now).map(({ id, minutes }) => [id, minutes]))
  return halfDays.map((half) => ({ ...half, minutes: held.get(half.id) ?? 0 }))
}

type Checked = { checkIns: readonly { halfDayId: string; state: string }[] }

/** The minutes that a person is attested: of the half-days in which she was present. */
export function minutesOf({ checkIns }: Checked, halfDays: readonly HalfDayRow[]): number {
  const present = checkIns.filter(({ state }) => state === 'present').map(({ halfDayId }) => halfDayId)
  return minutesPresent(halfDays, present)
}
