import 'server-only'
import { AppError } from '@/domain/errors'
import { recordAct } from '../../../db/audit/audit'
import { db } from '../../../db/client'
import { findChosen, type PeopleSetRow, startPeopleSet } from '../../../db/cohort/people-sets'
import { wake } from '../../../queue/wake'
import { requireOpen } from '../../save-cohort'
import { transferGoals } from '../transfer'
import type { MayMany } from './may-many'
import { runNext } from './run-sets'

/**
 * Confirms an act on many people. The first of them are dealt with at once, the others by a job. A second press changes
 * nothing.
 *
 * @throws {AppError} invalid-input if people are transferred to no possible cohort; conflict in an archived one
 */
export async function startSet(
  may: MayMany,
  set: PeopleSetRow,
  order: { goalId: string | null; reason: string | null },
  now: Date,
): Promise<void> {
  const { actor, target } = may
  const started = await db().$transaction(async (tx) => {
    const cohort = await requireOpen(tx, target.cohortId)
    if (set.act === 'transfer') {
      const goals = await transferGoals(may, cohort, now)
      if (!goals.some(({ id }) => id === order.goalId)) throw new AppError('invalid-input', 'no cohort to go to')
    }
    if (!(await startPeopleSet(tx, set.id, order, now))) return null
    const people = (await findChosen(tx, set.id)).filter(({ left }) => left === null).length
    const details = { cohortId: cohort.id, set: set.id, act: set.act, people }
    const facts = { actorId: actor.accountId, institutionId: cohort.institutionId, reason: order.reason, details }
    await recordAct(tx, { act: 'many-acted-on', ...facts }, now)
    return { ...set, ...order, startedAt: now }
  })
  if (!started) return
  const more = await runNext(started, () => now)
  await wake('mail')
  if (more) await wake('lists')
}
