import 'server-only'
import type { ReminderOrder } from '@/domain/cohort/reminder-form'
import type { ReminderOutcome } from '@/domain/cohort/reminder-outcome'
import { groupOf, reasonsIn } from '@/domain/cohort/reminding'
import type { Permit } from '../../auth/permit'
import { loadRelease } from '../../content/releases'
import { recordActs } from '../../db/audit'
import { db, type Tx } from '../../db/client'
import { holdAccounts } from '../../db/cohort-members'
import type { CohortRow } from '../../db/cohorts'
import { insertMails } from '../../db/mails'
import { insertReminders } from '../../db/reminders'
import { wake } from '../../jobs/wake'
import { cohortFacts } from '../cohort-facts'
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
    await remind(tx, due, actor.accountId, { cohort, facts, why, sender, note }, now)
    return { sent: due.length, left: shown.length - due.length - resting.length, rested: resting.length }
  })
  await wake('mail')
  return outcome
}

type Asked = Pick<ReminderOrder, 'why' | 'shown'>

/** Those of the people shown who are in the situation now. */
async function groupAmong(tx: Tx, cohort: CohortRow, { why, shown }: Asked, now: Date) {
  const release = await loadRelease(cohort.releaseId)
  const open = reasonsIn(cohort, release.course.exam !== null, now).includes(why)
  const people = open ? await followPeople(tx, cohort, release, now) : []
  const among = new Set(shown)
  return groupOf(
    people.filter(({ memberId }) => among.has(memberId)),
    why,
    now,
  )
}

async function remind(
  tx: Tx,
  people: readonly Named<Followed>[],
  byId: string,
  wording: Wording,
  now: Date,
): Promise<void> {
  const { cohort, why } = wording
  const mails = people.flatMap(({ address, memberId, ...person }) =>
    address === null ? [] : [{ letter: reminderLetter({ ...person, address }, wording), refs: { memberId } }],
  )
  await insertMails(tx, mails, now)
  await insertReminders(
    tx,
    people.map(({ memberId }) => ({ memberId, byId, why })),
    now,
  )
  const { id: cohortId, institutionId, name: reason } = cohort
  const acts = people.map(({ accountId: subjectId, memberId }) => {
    const details = { cohortId, memberId, why }
    return { act: 'reminder-sent', actorId: byId, subjectId, institutionId, reason, details } as const
  })
  await recordActs(tx, acts, now)
}
