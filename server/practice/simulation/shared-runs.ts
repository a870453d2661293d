import 'server-only'
import { decide as decidePermission } from '@/domain/auth/policy'
import { begin, decide, nodeOf, type Play, replay } from '@/domain/case/simulation/play'
import { type Seat, type Simulation, seatsOf } from '@/domain/case/simulation/simulation'
import { AppError } from '@/domain/errors'
import { isUuid } from '@/domain/uuid'
import type { Caller } from '../../auth/caller'
import type { Permit } from '../../auth/permit'
import { loadRelease } from '../../content/releases'
import { isRetiredNow } from '../../course/retired-case'
import { sql } from '../../db/client'
import {
  deleteSeat,
  findSharedOfMember,
  findSharedRun,
  insertSeat,
  insertSharedRun,
  insertSharedStep,
  isActiveMember,
  type ListedShared,
  listSharedRuns,
  type SharedRow,
  setDebrief,
} from '../../db/practice/shared-runs'
import { caseIn, type FoundCase, readableCases } from '../read-cases'

type Tutors = Permit<'cohort:play'>

/** A run of a group, for one of its people. */
export type OpenShared = FoundCase<'simulation'> & {
  run: SharedRow
  play: Play
  accountId: string
  /** She leads the group. A tutor takes no seat: otherwise she would debrief her own decisions. */
  leads: boolean
}

/** The files that can be shared out among seats: those that are played in two or more, and are not retired. */
export async function sharedFiles(permit: Tutors, now: Date): Promise<Simulation[]> {
  return (await shareable(permit, now)).map(({ found }) => found.file)
}

async function shareable({ actor }: Tutors, now: Date): Promise<FoundCase<'simulation'>[]> {
  const cases = await readableCases(actor, 'simulation')
  return cases.filter(({ found }) => seatsOf(found.file).length > 1 && !isRetiredNow(found, now))
}

/** Opens a file for the cohort. @throws {AppError} not-found for a file that cannot be shared out among seats */
export async function openShared(permit: Tutors, caseId: string, now: Date): Promise<string> {
  const one = (await shareable(permit, now)).find(({ found }) => found.file.id === caseId)
  if (!one) throw new AppError('not-found', `simulation ${caseId} in seats`)
  const { id: releaseId, courseId } = one.release
  return insertSharedRun(sql(), { cohortId: permit.target.cohortId, courseId, caseId, releaseId }, now)
}

/** What the cohort plays, with the title of each file. */
export async function sharedOfCohort({ target }: Tutors): Promise<(ListedShared & { title: Simulation['title'] })[]> {
  const rows = await listSharedRuns(sql(), target.cohortId)
  const all = rows.map(async (row) => {
    const found = caseIn(await loadRelease(row.releaseId), 'simulation', row.caseId)
    return found ? [{ ...row, title: found.file.title }] : []
  })
  return (await Promise.all(all)).flat()
}

/** The runs of a file that her cohorts play. */
export async function sharedForMe({ target }: Permit<'account:read'>, caseId: string): Promise<string[]> {
  return (await findSharedOfMember(sql(), target.accountId, caseId)).map(({ id }) => id)
}

/**
 * A run for the people of its cohort and for its tutors; to everybody else it does not exist.
 *
 * @throws {AppError} not-found, sign-in-required
 */
export async function requireShared(caller: Caller, id: string): Promise<OpenShared> {
  const actor = await caller.staff()
  if (actor.kind !== 'person') throw new AppError('sign-in-required', 'shared simulation')
  const run = isUuid(id) ? await findSharedRun(sql(), id) : null
  if (!run) throw new AppError('not-found', 'shared simulation')
  const leads = decidePermission(actor, 'cohort:play', run) === 'allowed'
  if (!leads && !(await isActiveMember(sql(), run.cohortId, actor.accountId)))
    throw new AppError('not-found', 'shared simulation')
  const release = await loadRelease(run.releaseId)
  const found = caseIn(release, 'simulation', run.caseId)
  if (!found) throw new AppError('not-found', `simulation ${run.caseId} in its release`)
  const play = run.choices.length > 0 ? replay(found.file, run.choices) : begin(found.file)
  return { release, found, run, play, accountId: actor.accountId, leads }
}

/** The seat that must decide next; null once the story has ended, or the debrief is open. */
export function waitingSeat({ found, run, play }: OpenShared): Seat | null {
  return run.debriefAt ? null : (nodeOf(found.file, play.node)?.seat ?? null)
}

export function sitsIn({ run, accountId }: OpenShared, seat: Seat | null): boolean {
  return run.seats.some((taken) => taken.seat === seat && taken.accountId === accountId)
}

/** @returns false if the seat has been taken meanwhile, or is none of this file */
export async function takeSeat(
  { found, run, accountId, leads }: OpenShared,
  seat: string,
  now: Date,
): Promise<boolean> {
  const wanted = seatsOf(found.file).find((each) => each === seat)
  if (!wanted || leads) return false
  return insertSeat(sql(), { runId: run.id, seat: wanted, accountId }, now)
}

/** Leaves a seat. A tutor can free any seat, so that a group can continue without a person who has left. */
export async function leaveSeat({ found, run, accountId, leads }: OpenShared, seat: string): Promise<void> {
  const left = seatsOf(found.file).find((each) => each === seat)
  if (left && !run.debriefAt)
    await deleteSeat(sql(), { runId: run.id, seat: left, accountId: leads ? null : accountId })
}

/**
 * @returns false if the decision is not the next one, not offered, or of a seat that is not hers: nothing is changed
 */
export async function decideInSeat(
  shared: OpenShared,
  { number, choice }: { number: number; choice: string },
  now: Date,
): Promise<boolean> {
  const { found, run, play, accountId } = shared
  // The same decision sent again, because its response was lost.
  if (run.choices[number - 1] === choice) return true
  const seat = waitingSeat(shared)
  if (seat === null || number !== run.choices.length + 1) return false
  if (typeof decide(found.file, play, choice) === 'string') return false
  return insertSharedStep(sql(), { runId: run.id, number, choice, seat, accountId }, now)
}

/** Opens the debrief for all. @throws {AppError} forbidden if she does not lead the group */
export async function openDebrief({ run, leads }: OpenShared, now: Date): Promise<void> {
  if (!leads) throw new AppError('forbidden', 'debrief of a group')
  await setDebrief(sql(), run.id, now)
}
