import 'server-only'
import { hasSeat } from '@/domain/cohort/membership'
import { AppError } from '@/domain/errors'
import type { Db } from '../../db/client'
import { countSeated, findFirstWaiting } from '../../db/cohort-members'
import type { CohortRow } from '../../db/cohorts'
import { moveOrRefuse } from './move'
import { sendWayIn } from './send-way-in'

/** @param cohort locked: else two could take its last seat. */
export async function seatFree(tx: Db, { id, seats }: CohortRow): Promise<boolean> {
  return hasSeat(seats, await countSeated(tx, id))
}

/** @throws {AppError} no-seat */
export async function requireSeat(tx: Db, cohort: CohortRow): Promise<void> {
  if (!(await seatFree(tx, cohort))) throw new AppError('no-seat', 'cohort is full')
}

/** Somebody has left her seat: who has waited longest is invited to it. */
export async function passSeatOn(tx: Db, cohort: CohortRow, by: string, now: Date): Promise<void> {
  const next = await findFirstWaiting(tx, cohort.id)
  if (!next || !(await seatFree(tx, cohort))) return
  await moveOrRefuse(tx, next, cohort, { to: 'invited', by }, now)
  await sendWayIn(tx, next, cohort, now)
}
