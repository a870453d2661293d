import 'server-only'
import { hasSeat } from '@/domain/cohort/membership'
import { isOver, phaseOf } from '@/domain/cohort/phase'
import { AppError } from '@/domain/errors'
import { type Db, db } from '../../db/client'
import { countSeated, findFirstWaiting, type Waiting } from '../../db/cohort/cohort-members'
import { type CohortRow, lockCohort } from '../../db/cohort/cohorts'
import { wake } from '../../queue/wake'
import { admitMember } from '../accept-invitation'
import { changeStatus } from './change-status'
import { sendInvitation } from './send-invitation'
import { tellAdmitted } from './tell-admitted'

/** A small batch, so that other requests which need the cohort do not wait long. */
const AT_ONCE = 50

/** @param cohort locked: otherwise two people could take its last seat. */
export async function seatFree(tx: Db, { id, seats }: CohortRow): Promise<boolean> {
  return hasSeat(seats, await countSeated(tx, id))
}

/** @throws {AppError} no-seat */
export async function requireSeat(tx: Db, cohort: CohortRow): Promise<void> {
  if (!(await seatFree(tx, cohort))) throw new AppError('no-seat', 'cohort is full')
}

/**
 * Gives free seats to those who have waited longest. A cohort that is over or archived gives none: nobody could learn
 * in it. @returns whether there may be more to give.
 */
export async function promoteFromWaitlist(tx: Db, cohort: CohortRow, by: string | null, now: Date): Promise<boolean> {
  if (isOver(phaseOf(cohort, now))) return false
  for (let given = 0; given < AT_ONCE; given += 1) {
    const next = await findFirstWaiting(tx, cohort.id)
    if (!next || !(await seatFree(tx, cohort))) return false
    await giveSeat(tx, next, cohort, by, now)
  }
  return true
}

/** Gives all free seats of a cohort to its waitlist, in several batches if there are many. */
export async function fillFreeSeats(cohortId: string, by: string | null, now: Date): Promise<void> {
  const some = () =>
    db().$transaction(async (tx) => {
      const cohort = await lockCohort(tx, cohortId)
      return cohort !== null && (await promoteFromWaitlist(tx, cohort, by, now))
    })
  while (await some()) await wake('mail')
  await wake('mail')
}

/**
 * A person who asked to join becomes active. A person whom others put on the waitlist is invited, as she would have
 * been with a free seat.
 */
async function giveSeat(
  tx: Db,
  { asked, ...next }: Waiting,
  cohort: CohortRow,
  by: string | null,
  now: Date,
): Promise<void> {
  if (asked && next.accountId !== null) {
    await admitMember(tx, next, cohort, { accountId: next.accountId, by }, now)
    return tellAdmitted(tx, next, cohort, now)
  }
  await changeStatus(tx, next, cohort, { to: 'invited', by }, now)
  await sendInvitation(tx, next, cohort, now)
}
