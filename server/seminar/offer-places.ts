import 'server-only'
import { answerBy, isLapsed, seatsToOffer } from '@/domain/seminar/registration'
import { db, sql, type Tx } from '../db/client'
import { findFirstWaiting, findSeminarsWithOpenPlaces, findUnanswered } from '../db/seminar/seminar-recipients'
import { changePlace, findSeating, lockSeating } from '../db/seminar/seminar-registrations'
import { findSeminar } from '../db/seminar/seminars'
import { logBug } from '../log'
import { storeAllNecessary } from '../mail/store-letters'
import { placeLetter } from './place-letters'

/**
 * Lets the places lapse that were not answered in time, and offers the free seats to the first people on the waitlist.
 * Each seminar is one transaction under its lock, with the letters: if the process is killed, the next run does it
 * again, and of two processes the second finds nothing to do.
 */
export async function offerPlaces(now: Date): Promise<void> {
  for (const seminarId of await findSeminarsWithOpenPlaces(sql(), now)) {
    await db()
      .$transaction((tx) => offerIn(tx, seminarId, now))
      .catch((error: unknown) => logBug(error, { job: 'seminar-places', seminarId }))
  }
}

async function offerIn(tx: Tx, seminarId: string, now: Date): Promise<void> {
  const before = await lockSeating(tx, seminarId)
  if (!before) return
  for (const place of await findUnanswered(tx, seminarId))
    if (isLapsed(before, place, now)) await changePlace(tx, place.id, { status: 'lapsed' }, now)
  const seating = await findSeating(tx, seminarId)
  const count = seating ? seatsToOffer(seating, now) : 0
  if (!seating || count === 0) return
  const [seminar, next] = [await findSeminar(tx, seminarId), await findFirstWaiting(tx, seminarId, count)]
  if (!seminar) return
  const until = answerBy(seating, now)
  const letters = []
  for (const { id, ...recipient } of next) {
    await changePlace(tx, id, { status: 'offered', answerBy: until }, now)
    const letter = await placeLetter('seminarPlace', seminar, recipient, { answerBy: until })
    letters.push({ letter, refs: { accountId: recipient.accountId } })
  }
  await storeAllNecessary(tx, letters, now)
}
