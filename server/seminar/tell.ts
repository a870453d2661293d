import 'server-only'
import type { Act } from '@/domain/audit/act'
import type { Letter, SeminarLetterKind } from '@/domain/letter/letter'
import { nameIn } from '@/domain/person/name-in'
import type { ChangedPart } from '@/domain/seminar/change'
import type { Texts } from '@/domain/text/texts'
import { recordAct } from '../db/audit/audit'
import type { Tx } from '../db/client'
import { type Concerned, findConcerned, raiseSequence, type SeminarRow } from '../db/seminar/seminars'
import { env } from '../env'
import { storeAllNecessary } from '../mail/store-letters'
import { guestLink, placeUntil } from './guest-link'
import { calendarSeminar } from './seminar-calendar'
import { seminarInLetter, wordsIn } from './seminar-in-letter'

type Told = {
  act: Act
  /** The letter to the people concerned. */
  kind: SeminarLetterKind
  actorId: string
  /** Why a seminar is cancelled, for the people who are told. */
  reason?: Texts
  /** Why its hours were changed, for the audit log alone. */
  why?: string | null
  /** The seminar before a change, and what has changed. */
  changed?: { before: SeminarRow; parts: readonly ChangedPart[] }
}

/**
 * Tells of a change of an announced seminar. In the transaction of the change it records the act in the audit log,
 * raises the sequence of the calendar event, and stores a letter to each person concerned.
 *
 * @param seminar as it is after the change. @returns how many people are told.
 */
export async function tellChange(tx: Tx, seminar: SeminarRow, told: Told, now: Date): Promise<number> {
  const { act, actorId, why = null } = told
  const { id, institutionId } = seminar
  await raiseSequence(tx, id)
  const newest = { ...seminar, sequence: seminar.sequence + 1 }
  const people = await findConcerned(tx, id)
  const details = { seminar: id, told: people.length }
  await recordAct(tx, { act, actorId, institutionId, reason: why, details }, now)
  const letters = await Promise.all(
    people.map(async (person) => ({
      letter: await letterTo(person, newest, told),
      refs: { accountId: person.accountId },
    })),
  )
  if (letters.length > 0) await storeAllNecessary(tx, letters, now)
  return people.length
}

/** To a guest the letter has the link to her place, since the page may not be public. */
async function letterTo(
  { accountId, email, locale, nameArabic, nameLatin }: Concerned,
  row: SeminarRow,
  { kind, reason, changed }: Told,
): Promise<Letter<SeminarLetterKind>> {
  const { id, endsAt } = row
  const names = { nameArabic, nameLatin }
  const guest = { email, locale, ...names, until: placeUntil({ endsAt }) }
  const page = `${env().publicUrl}/${locale}/seminars/${id}`
  const link = accountId === null ? await guestLink(id, guest) : page
  const about = {
    seminar: seminarInLetter(row, locale),
    ...(changed && { changed: { ...seminarInLetter(changed.before, locale), parts: changed.parts } }),
    reason: wordsIn(reason, locale) ?? '',
    calendar: calendarSeminar(row, accountId !== null),
  }
  return { kind, to: email, name: nameIn(names, locale), locale, link, about }
}
