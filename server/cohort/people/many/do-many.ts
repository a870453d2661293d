import 'server-only'
import type { ManyOutcome } from '@/domain/cohort/many-acts'
import { SEATED } from '@/domain/cohort/membership'
import { AppError } from '@/domain/errors'
import { findAccount } from '../../../db/account/accounts'
import type { Tx } from '../../../db/client'
import { holdAccounts, type MemberRow } from '../../../db/cohort/cohort-members'
import type { CohortRow } from '../../../db/cohort/cohorts'
import type { PeopleSetRow } from '../../../db/cohort/people-sets'
import { cohortFacts } from '../../cohort-facts'
import { withNames } from '../../follow-people'
import { remind } from '../../reminders/send-reminders'
import { admit } from '../decide-request'
import { sendAgain } from '../invite-person'
import { isGoal, isIn, moveTo } from '../transfer'
import { promoteFromWaitlist } from '../waitlist'
import { takeOut } from '../withdraw'
import type { Looked } from './assess-members'

type Batch = { set: PeopleSetRow; cohort: CohortRow; goal: CohortRow | null; people: readonly Looked[] }
type Outcomes = ReadonlyMap<string, ManyOutcome>

/**
 * Does the act of a set for these people, each as if it were done on her own page. @param batch its cohorts are locked.
 * @returns the outcome for each person by the id of her place.
 */
export async function doMany(tx: Tx, batch: Batch, now: Date): Promise<Outcomes> {
  await holdAccounts(
    tx,
    batch.people.map(({ member }) => member.id),
  )
  if (batch.set.act === 'remind') return remindMany(tx, batch, now)
  const outcomes = new Map<string, ManyOutcome>()
  for (const { member } of batch.people) {
    // Only the columns of her place are passed on, since some acts copy them to another place.
    const { shownArabic: _, shownLatin: __, invitedAt: ___, letter: ____, ...place } = member
    outcomes.set(member.id, await inSavepoint(tx, () => doOne(tx, place, batch, now)))
  }
  const freed = batch.people.some(({ member }) => SEATED.includes(member.status) && outcomes.get(member.id) === 'done')
  const leaves = batch.set.act === 'withdraw' || batch.set.act === 'transfer'
  if (leaves && freed) await promoteFromWaitlist(tx, batch.cohort, batch.set.byId, now)
  return outcomes
}

async function doOne(tx: Tx, member: MemberRow, { set, cohort, goal }: Batch, now: Date): Promise<ManyOutcome> {
  const { act, byId, reason } = set
  if (act === 'again') await sendAgain(tx, member, cohort, byId, now)
  else if (act === 'withdraw') await takeOut(tx, member, cohort, { by: byId, reason }, now)
  else if (act === 'transfer') {
    if (!goal || !isGoal(cohort, goal, now)) return 'changed'
    if (await isIn(tx, member, goal)) return 'there'
    await moveTo(tx, member, { from: cohort, goal }, byId, now)
  } else {
    const { accountId } = member
    if (accountId === null) return 'changed'
    return (await admit(tx, { ...member, accountId }, cohort, byId, now)) === 'waiting' ? 'queued' : 'done'
  }
  return 'done'
}

/** Each person has a savepoint of her own: an act that is refused rolls back only her changes. */
async function inSavepoint(tx: Tx, act: () => Promise<ManyOutcome>): Promise<ManyOutcome> {
  await tx.$executeRaw`savepoint one`
  try {
    const outcome = await act()
    await tx.$executeRaw`release savepoint one`
    return outcome
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    await tx.$executeRaw`rollback to savepoint one`
    return error.code === 'no-seat' ? 'full' : 'changed'
  }
}

async function remindMany(tx: Tx, { set, cohort, people }: Batch, now: Date): Promise<Outcomes> {
  // The letters contain the name of their sender, so without her account none is written.
  const sender = set.byId && (await findAccount(tx, set.byId))
  if (!sender) return new Map()
  const facts = await cohortFacts(tx, cohort)
  const due = new Map(people.flatMap(({ due: one }) => (one ? [[one.followed.memberId, one.why] as const] : [])))
  const named = await withNames(
    tx,
    people.flatMap(({ due: one }) => one?.followed ?? []),
  )
  const letters = named.flatMap((person) => {
    const why = due.get(person.memberId)
    return why ? [{ person, wording: { cohort, facts, why, sender, note: null } }] : []
  })
  const fates = await remind(tx, letters, set.byId, now)
  return new Map(
    letters.map(({ person }, place) => [person.memberId, fates[place] === 'stopped' ? 'unreachable' : 'done'] as const),
  )
}
