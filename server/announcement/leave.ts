import 'server-only'
import { isOver, phaseOf } from '@/domain/cohort/phase'
import {
  type AnnouncementRow,
  findAudience,
  findDueAnnouncements,
  findUnsettled,
  insertRecipients,
  lockAnnouncement,
  settleRecipients,
  settleRest,
  updateAnnouncement,
} from '../db/announcements'
import { db, type Tx } from '../db/client'
import { type CohortRow, findCohort } from '../db/cohorts'
import { logBug } from '../log'
import { storeWithinBudget } from '../mail/store-letters'
import { announcementLetter, wordingOf } from './announcement-letter'
import { peopleToSettle } from './audience'

/** The people whose letters are stored in one transaction. */
export const AT_ONCE = 100

/**
 * Lets the announcements leave whose time has come. First their people are settled, in one transaction, then the letters
 * are stored, so many at once: if the process is killed, the next run goes on with those who are left, and nobody gets a
 * second letter.
 */
export async function sendDueAnnouncements(now: Date): Promise<void> {
  for (const id of await findDueAnnouncements(db(), now)) {
    try {
      while ((await leaveByOneStep(id, now)) === 'more');
    } catch (error) {
      // One that cannot leave does not hold up the others.
      logBug(error, { job: 'announcements' })
    }
  }
}

/** One transaction of an announcement. Other servers wait for it. */
export async function leaveByOneStep(id: string, now: Date): Promise<'more' | 'done'> {
  return db().$transaction(async (tx) => {
    const row = await lockAnnouncement(tx, id)
    if (!row?.dueAt || row.dueAt > now || !['scheduled', 'leaving'].includes(row.state)) return 'done'
    const cohort = await findCohort(tx, row.cohortId)
    if (!cohort || isOver(phaseOf(cohort, now))) return end(tx, row, now)
    if (row.state === 'leaving') return settleSome(tx, row, cohort, now)
    await insertRecipients(tx, id, await peopleToSettle(tx, cohort, row, now))
    await updateAnnouncement(tx, id, { state: 'leaving' })
    return 'more'
  })
}

/** The cohort was archived or has ended meanwhile: what has not left stays, and whoever has got it keeps it. */
async function end(tx: Tx, { id, state }: AnnouncementRow, now: Date): Promise<'done'> {
  await settleRest(tx, id, 'left')
  await updateAnnouncement(tx, id, state === 'leaving' ? { state: 'sent', sentAt: now } : { state: 'unsent' })
  return 'done'
}

async function settleSome(tx: Tx, row: AnnouncementRow, cohort: CohortRow, now: Date): Promise<'more' | 'done'> {
  const some = await findUnsettled(tx, row.id, AT_ONCE)
  if (some.length === 0) {
    await updateAnnouncement(tx, row.id, { state: 'sent', sentAt: now })
    return 'done'
  }
  const people = await findAudience(tx, cohort.id, some)
  const wording = await wordingOf(tx, cohort, row)
  const fates = await storeWithinBudget(
    tx,
    people.map((person) => ({ ...person, letter: announcementLetter(person, wording) })),
    now,
  )
  const here = new Set(people.map(({ memberId }) => memberId))
  const ids = (goes: boolean) =>
    people.filter((_, place) => (fates[place]?.fate === 'goes') === goes).map(({ memberId }) => memberId)
  await settleRecipients(tx, row.id, ids(true), 'letter')
  await settleRecipients(tx, row.id, ids(false), 'page')
  await settleRecipients(
    tx,
    row.id,
    some.filter((id) => !here.has(id)),
    'left',
  )
  return 'more'
}
