import 'server-only'
import type { Act } from '@/domain/audit/act'
import { AppError } from '@/domain/errors'
import { afterAct, type StatusAct } from '@/domain/seminar/state'
import type { Texts } from '@/domain/text/texts'
import type { Permit } from '../auth/permit'
import { recordAct } from '../db/audit/audit'
import { db, sql, type Tx } from '../db/client'
import { findClosedList } from '../db/seminar/attendance'
import { lockSeminar, updateStatus } from '../db/seminar/seminar-changes'
import { countConcerned, findSeminar, type SeminarRow } from '../db/seminar/seminars'
import { wake } from '../queue/wake'
import { tellChange } from './tell'

const WRITTEN = {
  open: 'seminar-opened',
  close: 'seminar-closed',
  reopen: 'seminar-reopened',
  'mark-held': 'seminar-held',
} as const satisfies Record<Exclude<StatusAct, 'cancel'>, Act>

type Refused = { refused: 'status' | 'over' | 'not-over' }
export type StatusChange = 'done' | Refused

/** Opens or closes registration, or marks a seminar as held. @throws {AppError} not-found */
export async function changeStatus(
  { actor, target }: Permit<'seminar:change'>,
  act: Exclude<StatusAct, 'cancel'>,
  now: Date,
): Promise<StatusChange> {
  return db().$transaction(async (tx) => {
    const seminar = await lockedSeminar(tx, target.seminarId)
    const after = afterAct(seminar, act, now)
    if ('refused' in after) return after
    await updateStatus(tx, seminar.id, after.to)
    const facts = { actorId: actor.accountId, institutionId: seminar.institutionId, details: { seminar: seminar.id } }
    await recordAct(tx, { act: WRITTEN[act], ...facts }, now)
    return 'done'
  })
}

/** Cancels a seminar, and tells the people concerned why. @throws {AppError} not-found */
export async function cancelSeminar(
  { actor, target }: Permit<'seminar:change'>,
  reason: Texts,
  now: Date,
): Promise<StatusChange> {
  const result = await db().$transaction(async (tx): Promise<StatusChange> => {
    const seminar = await lockedSeminar(tx, target.seminarId)
    const after = afterAct(seminar, 'cancel', now)
    if ('refused' in after) return after
    // Its attestations say that it was held.
    if (await findClosedList(tx, seminar.id)) return { refused: 'over' }
    await updateStatus(tx, seminar.id, after.to, { cancelledAt: now, cancelReason: reason })
    const told = { act: 'seminar-cancelled', kind: 'seminarCancelled', actorId: actor.accountId, reason } as const
    const cancelled = { ...seminar, status: after.to, cancelledAt: now }
    await tellChange(tx, cancelled, told, now)
    return 'done'
  })
  if (result === 'done') await wake('mail')
  return result
}

/** The number of people who would be told of a change. */
export async function peopleToTell({ target }: Permit<'seminar:change'>): Promise<number> {
  return countConcerned(sql(), target.seminarId)
}

async function lockedSeminar(tx: Tx, id: string): Promise<SeminarRow> {
  await lockSeminar(tx, id)
  const seminar = await findSeminar(tx, id)
  if (!seminar) throw new AppError('not-found', 'seminar')
  return seminar
}
