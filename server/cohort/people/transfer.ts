import 'server-only'
import { CURRENT_STATUSES, type MemberStatus, SEATED } from '@/domain/cohort/membership'
import { phaseOf } from '@/domain/cohort/phase'
import { AppError } from '@/domain/errors'
import { isUuid } from '@/domain/uuid'
import type { Permit } from '../../auth/permit'
import { db, sql, type Tx } from '../../db/client'
import { findPlace, type MemberRow } from '../../db/cohort/cohort-members'
import { type CohortRow, enrolInCourses, findCohorts, lockCohort } from '../../db/cohort/cohorts'
import { endInvitations } from '../../db/cohort/invitations'
import { clearShownFrom, saveShownFrom } from '../../db/cohort/shown-from'
import { stopLettersOfPlace } from '../../db/mail/held-mails'
import { wake } from '../../queue/wake'
import { changeStatus } from './change-status'
import type { MayMany } from './many/may-many'
import { requireMember } from './require-member'
import { sendInvitation } from './send-invitation'
import { takePlace } from './take-place'
import { tellAdmitted } from './tell-admitted'
import { promoteFromWaitlist, seatFree } from './waitlist'

/**
 * The cohorts to which members can be transferred: other cohorts that include the same courses and are not over. The
 * next to start comes first.
 */
export async function transferGoals(
  _: Permit<'cohort:enrol'> | MayMany,
  cohort: CohortRow,
  now: Date,
): Promise<CohortRow[]> {
  const all = await findCohorts(sql(), cohort.institutionId)
  return all.filter((other) => isGoal(cohort, other, now)).reverse()
}

/** Whether people can be transferred from one cohort to another. */
export function isGoal(from: CohortRow, to: CohortRow, now: Date): boolean {
  const has = (courseId: string) => to.courses.some((course) => course.courseId === courseId)
  const same = to.institutionId === from.institutionId && from.courses.every(({ courseId }) => has(courseId))
  return same && to.id !== from.id && ['planned', 'running'].includes(phaseOf(to, now))
}

/**
 * Transfers a person to another cohort with the same status, and records it in the history of both. A person on the
 * waitlist is invited if a seat is free.
 *
 * @throws {AppError} not-found, invalid-input for a cohort that is no possible target, no-seat, conflict also if she is in
 * the other cohort already
 */
export async function transfer(
  { actor, target }: Permit<'cohort:enrol'>,
  memberId: string,
  goalId: string,
  now: Date,
): Promise<void> {
  const by = actor.accountId
  await db().$transaction(async (tx) => {
    const goal = await lockBoth(tx, target.cohortId, goalId)
    const { cohort, member } = await requireMember(tx, target.cohortId, memberId)
    if (!goal || !isGoal(cohort, goal, now)) throw new AppError('invalid-input', 'no cohort to go to')
    if (await isIn(tx, member, goal)) throw new AppError('conflict', 'in the other cohort already')
    await moveTo(tx, member, { from: cohort, goal }, by, now)
    if (SEATED.includes(member.status)) await promoteFromWaitlist(tx, cohort, by, now)
  })
  await wake('mail')
}

/** Whether a person has a place in a cohort or waits for one, by her account or her address. */
export async function isIn(
  tx: Tx,
  person: Pick<MemberRow, 'accountId' | 'email'>,
  cohort: CohortRow,
): Promise<boolean> {
  const there = await findPlace(tx, cohort.id, person)
  return there !== null && CURRENT_STATUSES.includes(there.status)
}

/**
 * Transfers a person; the seat that she leaves is not given away yet.
 *
 * @param goal locked, like the cohort that she leaves.
 * @throws {AppError} no-seat, conflict
 */
export async function moveTo(
  tx: Tx,
  member: MemberRow,
  { from, goal }: { from: CohortRow; goal: CohortRow },
  by: string | null,
  now: Date,
): Promise<void> {
  await endInvitations(tx, member.id, now)
  await changeStatus(tx, member, from, { to: 'transferred', by }, now)
  await stopLettersOfPlace(tx, member.id)
  await place(tx, member, goal, { to: await statusIn(tx, member, goal), by }, now)
}

/** Always locks in the same order, so that two transfers in opposite directions cannot deadlock. */
export async function lockBoth(tx: Tx, cohortId: string, goalId: string): Promise<CohortRow | null> {
  if (!isUuid(goalId)) return null
  for (const id of [cohortId, goalId].toSorted()) await lockCohort(tx, id)
  return lockCohort(tx, goalId)
}

async function statusIn(tx: Tx, { status }: MemberRow, goal: CohortRow): Promise<MemberStatus> {
  const free = await seatFree(tx, goal)
  if (status === 'waiting') return free ? 'invited' : 'waiting'
  if (!free) throw new AppError('no-seat', 'the other cohort is full')
  return status
}

async function place(
  tx: Tx,
  { id: fromId, cohortId: _, statusSince: __, ...person }: MemberRow,
  goal: CohortRow,
  move: { to: MemberStatus; by: string | null },
  now: Date,
): Promise<void> {
  const member = await takePlace(tx, person, goal, move, now)
  if (move.to === 'invited') await sendInvitation(tx, member, goal, now)
  if (move.to !== 'active') return clearShownFrom(tx, member.id)
  await saveShownFrom(tx, fromId, member.id, now)
  if (member.accountId !== null) await enrolInCourses(tx, goal.id, member.accountId)
  await tellAdmitted(tx, member, goal, now)
}
