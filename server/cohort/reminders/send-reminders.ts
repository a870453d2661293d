import 'server-only'
import type { ReminderOrder } from '@/domain/cohort/reminder-form'
import type { ReminderOutcome } from '@/domain/cohort/reminder-outcome'
import { groupOf, reasonsIn } from '@/domain/cohort/reminding'
import type { Permit } from '../../auth/permit'
import { recordActs } from '../../db/audit/audit'
import { db, type Tx } from '../../db/client'
import { holdAccounts } from '../../db/cohort/cohort-members'
import type { CohortRow } from '../../db/cohort/cohorts'
import { insertReminders } from '../../db/cohort/reminders'
import { storeWithinBudget } from '../../mail/store-letters'
import { wake } from '../../queue/wake'
import { cohortFacts } from '../cohort-facts'
import { coursesOf, hasExam } from '../courses'
import { type Followed, followPeople, type Named, withNames } from '../follow-people'
import { requireOpen } from '../save-cohort'
import { reminderLetter, type Wording } from './reminder-letter'
import { senderOf } from './sender-of'

/**
 * Reminds the people who were shown and are still in the situation. The cohort is locked first, so that the second of
 * two simultaneous submits sees whom the first has reminded.
 *
 * @throws {AppError} not-found, conflict for an archived cohort
 */
export async function sendReminders(
  { actor, target }: Permit<'cohort:remind'>,
  { why, note, shown }: ReminderOrder,
  now: Date,
): Promise<ReminderOutcome> {
  const outcome = await db().$transaction(async (tx) => {
    const cohort = await requireOpen(tx, target.cohortId)
    // Locks the accounts before the rows that refer to them. In the other order a deletion of an account could deadlock
    // with this transaction.
    await holdAccounts(tx, shown)
    const { due: unnamed, resting } = await groupAmong(tx, cohort, { why, shown }, now)
    const due = await withNames(tx, unnamed)
    const [facts, sender] = await Promise.all([cohortFacts(tx, cohort), senderOf(tx, actor)])
    const people = due.map((person) => ({ person, wording: { cohort, facts, why, sender, note } }))
    const fates = await remind(tx, people, actor.accountId, now)
    const [sent, gathered] = ['sent', 'gathered'].map((fate) => fates.filter((one) => one === fate).length) as [
      number,
      number,
    ]
    return { sent, gathered, left: shown.length - sent - gathered - resting.length, rested: resting.length }
  })
  await wake('mail')
  return outcome
}

type Asked = Pick<ReminderOrder, 'why' | 'shown'>

/** Those of the people shown who are in the situation now. */
async function groupAmong(tx: Tx, cohort: CohortRow, { why, shown }: Asked, now: Date) {
  const courses = await coursesOf(cohort)
  const open = reasonsIn({ ...cohort, exams: courses.filter(hasExam) }, now).includes(why)
  return groupOf(open ? await followPeople(tx, cohort, courses, now, shown) : [], why, now)
}

export type Reminded = 'sent' | 'gathered' | 'stopped'

/**
 * Reminds people, each in her own wording. Those whose budget is used up get the reminder in their next digest: they
 * count as reminded too. @returns what became of each, in the order given.
 */
export async function remind(
  tx: Tx,
  people: readonly { person: Named<Followed>; wording: Wording }[],
  byId: string | null,
  now: Date,
): Promise<Reminded[]> {
  const letters = people.flatMap(({ person: { address, memberId, accountId, ...person }, wording }) =>
    address === null ? [] : [{ letter: reminderLetter({ ...person, address }, wording), memberId, accountId }],
  )
  const fates = await storeWithinBudget(tx, letters, now)
  const fateOf = new Map(letters.map(({ memberId }, place) => [memberId, fates[place]?.fate]))
  const became = people.map(({ person }): Reminded => {
    const fate = fateOf.get(person.memberId)
    return fate === 'goes' ? 'sent' : fate === 'gathered' ? 'gathered' : 'stopped'
  })
  // Whoever has stopped her reminders meanwhile was not reminded.
  const reminded = people.filter((_, place) => became[place] !== 'stopped')
  await insertReminders(
    tx,
    reminded.map(({ person: { memberId }, wording: { why } }) => ({ memberId, byId, why })),
    now,
  )
  const acts = reminded.map(({ person: { accountId: subjectId, memberId }, wording: { cohort, why } }) => {
    const { id: cohortId, institutionId, name: reason } = cohort
    const details = { cohortId, memberId, why }
    return { act: 'reminder-sent', actorId: byId, subjectId, institutionId, reason, details } as const
  })
  await recordActs(tx, acts, now)
  return became
}
