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
} from '../db/announcement/announcements'
import { db, type Tx } from '../db/client'
import { type CohortRow, findCohort } from '../db/cohort/cohorts'
import { logBug } from '../log'
import { storeWithinBudget } from '../mail/store-letters'
import { announcementLetter, wordingOf } from './announcement-letter'
import { peopleToSettle } from './audience'

/** The number of people whose letters are stored in one transaction. */
export const AT_ONCE = 100

/**
 * Sends the announcements that are due. One transaction fixes the recipients of an announcement. Further transactions
 * store the letters, `AT_ONCE` in each: if the process is killed, the next run continues with the remaining people, and
 * nobody gets a second letter.
 */
export async function sendDueAnnouncements(now: Date): Promise<void> {
  for (const id of await findDueAnnouncements(db(), now)) {
    try {
      while ((await sendOneBatch(id, now)) === 'more');
    } catch (error) {
      // An announcement that fails must not delay the others.
      logBug(error, { job: 'announcements' })
    }
  }
}

/** Does one transaction of an announcement. It locks the announcement, so that other servers wait. */
export async function sendOneBatch(id: string, now: Date): Promise<'more' | 'done'> {
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

/** The cohort was archived or has ended meanwhile: nobody else gets the announcement; people who got it keep it. */
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
