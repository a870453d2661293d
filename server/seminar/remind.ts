import 'server-only'
import { type Reminded, reminderDue } from '@/domain/seminar/reminding'
import { db, sql, type Tx } from '../db/client'
import { findSeminarsBeginningSoon, findToRemind, markReminded } from '../db/seminar/seminar-recipients'
import { findSeminar, type SeminarRow } from '../db/seminar/seminars'
import { logBug } from '../log'
import { fatesNow, storeAllNecessary, storeWithinBudget } from '../mail/store-letters'
import { placeLetter } from './place-letters'

const AT_ONCE = 100

/**
 * Writes a week and a day before a seminar to the people who have a place. People with accounts get both within their
 * budget of letters, except a letter that would come too late; guests get only the one of the day before. The letters
 * and the mark that they were sent are stored in one transaction.
 */
export async function remindOfSeminars(now: Date): Promise<void> {
  for (const { id, startsAt } of await findSeminarsBeginningSoon(sql(), now)) {
    const due = reminderDue(startsAt, now)
    if (!due) continue
    try {
      while ((await db().$transaction((tx) => remindSome(tx, id, due, now))) === AT_ONCE);
    } catch (error) {
      logBug(error, { job: 'seminar-reminders', seminarId: id })
    }
  }
}

async function remindSome(tx: Tx, id: string, { which, since }: Due, now: Date): Promise<number> {
  const seminar = await findSeminar(tx, id)
  if (!seminar) return 0
  const { startsAt } = seminar
  const people = await findToRemind(tx, which, { seminarId: id, startsAt, since }, AT_ONCE)
  if (people.length === 0) return 0
  await writeTo(tx, seminar, which, people, now)
  const ids = people.map((one) => one.id)
  await markReminded(tx, which, ids, startsAt)
  return people.length
}

type Due = { which: Reminded; since: Date }
type People = Awaited<ReturnType<typeof findToRemind>>

async function writeTo(tx: Tx, seminar: SeminarRow, which: Reminded, people: People, now: Date): Promise<void> {
  const accounts = people.flatMap((one) => (one.accountId === null ? [] : [{ ...one, accountId: one.accountId }]))
  const fates = await fatesNow(
    tx,
    accounts.map(({ accountId }) => accountId),
    'reminder',
    now,
  )
  const inTime = accounts.filter(({ accountId }) => {
    const fate = fates.get(accountId)
    return fate?.fate === 'goes' || (fate?.fate === 'gathered' && fate.from < seminar.startsAt)
  })
  const letters = await Promise.all(
    inTime.map(async (one) => ({
      letter: await placeLetter('seminarReminder', seminar, one, {
        reminded: { placeId: one.id, startsAt: seminar.startsAt.toISOString(), where: seminar.place },
      }),
      accountId: one.accountId,
    })),
  )
  await storeWithinBudget(tx, letters, now)
  if (which === 'week') return
  const guests = people.filter(({ accountId }) => accountId === null)
  const told = guests.map(async (one) => ({
    letter: await placeLetter('seminarGuestReminder', seminar, one),
    refs: { accountId: null },
  }))
  await storeAllNecessary(tx, await Promise.all(told), now)
}
