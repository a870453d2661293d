import 'server-only'
import { db, sql, type Tx } from '../../../db/client'
import { type CohortRow, lockCohort } from '../../../db/cohort/cohorts'
import {
  type ChosenRow,
  findOpenPeopleSets,
  markChosenDone,
  markPeopleSetEnded,
  markRestLeft,
  nextChosen,
  type PeopleSetRow,
} from '../../../db/cohort/people-sets'
import { isUnreachable } from '../../../db/unreachable'
import { logBug } from '../../../log'
import { wake } from '../../../queue/wake'
import { assessMembers, leftSince } from './assess-members'
import { doMany } from './do-many'

/** A small batch, so that other requests which need the cohort do not wait long. */
const AT_ONCE = 50

/**
 * Runs the acts on many people that were confirmed. Each batch is one transaction: if the process is killed half-way,
 * the next call continues with the first person who has not been dealt with, and nothing is done twice. An error in one
 * set does not stop the others; it is thrown at the end.
 */
export async function runPeopleSets(now = () => new Date()): Promise<void> {
  const failures: unknown[] = []
  for (const set of await findOpenPeopleSets(db())) {
    await runPeopleSet(set, now).catch((error: unknown) => failures.push(error))
  }
  if (failures.length > 0) throw failures[0]
}

async function runPeopleSet(set: PeopleSetRow, now: () => Date): Promise<void> {
  while (await runNext(set, now)) await wake('mail')
}

/**
 * The next people of a set. If an unexpected error stops their batch, each of them is dealt with separately, so that
 * the error of one does not hold back the others. @returns whether there may be more.
 */
export async function runNext(set: PeopleSetRow, now: () => Date): Promise<boolean> {
  try {
    return await runBatch(set, now())
  } catch (error) {
    if (isUnreachable(error)) throw error
    logBug(error, { job: 'lists', set: set.id })
  }
  let more = true
  for (let n = 0; more && n < AT_ONCE; n += 1) more = await runOne(set, now)
  return more
}

async function runOne(set: PeopleSetRow, now: () => Date): Promise<boolean> {
  const [next] = await nextChosen(db(), set.id, 1)
  try {
    return await runBatch(set, now(), 1)
  } catch (error) {
    if (isUnreachable(error) || !next) throw error
    logBug(error, { job: 'lists', set: set.id, member: next.memberId })
    // If another server has dealt with her meanwhile, this changes nothing.
    await markChosenDone(sql(), set.id, [{ memberId: next.memberId, outcome: 'broken' }], now())
    return true
  }
}

/** The next people of a set. It ends the set after the last of them. @returns whether there may be more. */
export async function runBatch(set: PeopleSetRow, now: Date, atOnce = AT_ONCE): Promise<boolean> {
  return db().$transaction(async (tx) => {
    // Locks the cohorts first, always in the same order: a second server with the same set waits here, and then finds
    // these people done.
    const ids = [set.cohortId, ...(set.goalId ? [set.goalId] : [])].toSorted()
    const locked: (CohortRow | null)[] = []
    for (const id of ids) locked.push(await lockCohort(tx, id))
    const cohort = locked.find((one) => one?.id === set.cohortId) ?? null
    const goal = locked.find((one) => one?.id === set.goalId) ?? null
    if (!cohort || cohort.archivedAt) await markRestLeft(tx, set.id, 'archived', now)
    const chosen = await nextChosen(tx, set.id, atOnce)
    if (cohort && chosen.length > 0) await doChosen(tx, { set, cohort, goal, chosen }, now)
    if (chosen.length === atOnce) return true
    await markPeopleSetEnded(tx, set.id, now)
    return false
  })
}

type Batch = { set: PeopleSetRow; cohort: CohortRow; goal: CohortRow | null; chosen: readonly ChosenRow[] }

/** Leaves out every person who is no longer as she was when she was chosen. */
async function doChosen(tx: Tx, { set, cohort, goal, chosen }: Batch, now: Date): Promise<void> {
  const looked = await assessMembers(
    tx,
    cohort,
    { act: set.act, by: set.byId },
    chosen.map(({ memberId }) => memberId),
    now,
  )
  const before = new Map(chosen.map(({ memberId, status }) => [memberId, status]))
  const seen = looked.map((one) => ({ ...one, left: leftSince(one, before.get(one.member.id)) }))
  const outcomes = await doMany(tx, { set, cohort, goal, people: seen.filter(({ left }) => left === null) }, now)
  const why = new Map(seen.map(({ member, left }) => [member.id, left]))
  const done = chosen.map(({ memberId }) => ({
    memberId,
    outcome: outcomes.get(memberId) ?? why.get(memberId) ?? 'changed',
  }))
  await markChosenDone(tx, set.id, done, now)
}
