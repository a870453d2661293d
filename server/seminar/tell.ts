import 'server-only'
import type { Letter, SeminarLetterKind } from '@/domain/account/letter'
import type { Act } from '@/domain/audit/act'
import { nameIn } from '@/domain/cohort/name-in'
import { shownIn, type Texts } from '@/domain/seminar/texts'
import { recordAct } from '../db/audit'
import type { Tx } from '../db/client'
import { type Concerned, findConcerned, raiseSequence, type SeminarRow } from '../db/seminars'
import { env } from '../env'
import { storeAllNecessary } from '../mail/store-letters'
import { guestLink, placeUntil } from './guest-link'

type Told = {
  act: Act
  /** The letter to the people concerned. */
  kind: SeminarLetterKind
  actorId: string
  reason?: Texts
}

/**
 * Tells of a change of an announced seminar. In the transaction of the change it records the act in the audit log,
 * raises the sequence of the calendar event, and stores a letter to each person concerned.
 *
 * @param seminar as it is after the change. @returns how many people are told.
 */
export async function tellChange(tx: Tx, seminar: SeminarRow, told: Told, now: Date): Promise<number> {
  const { act, actorId, kind, reason } = told
  const { id, institutionId } = seminar
  await raiseSequence(tx, id)
  const people = await findConcerned(tx, id)
  const details = { seminar: id, told: people.length }
  await recordAct(tx, { act, actorId, institutionId, details }, now)
  const letters = await Promise.all(
    people.map(async (person) => ({
      letter: await letterTo(person, seminar, kind, reason),
      refs: { accountId: person.accountId },
    })),
  )
  if (letters.length > 0) await storeAllNecessary(tx, letters, now)
  return people.length
}

/** To a guest the letter has the link to her place, since the page may not be public. */
async function letterTo(
  { accountId, email, locale, nameArabic, nameLatin }: Concerned,
  { id, titles, place, startsAt, endsAt }: SeminarRow,
  kind: SeminarLetterKind,
  reason: Texts | undefined,
): Promise<Letter<SeminarLetterKind>> {
  const words = (texts: Texts | null | undefined) => (texts && shownIn(texts, locale)?.value) ?? null
  const times = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() }
  const seminar = { title: words(titles) ?? '', place: words(place), ...times }
  const names = { nameArabic, nameLatin }
  const guest = { email, locale, ...names, until: placeUntil({ endsAt }) }
  const page = `${env().publicUrl}/${locale}/seminars/${id}`
  const link = accountId === null ? await guestLink(id, guest) : page
  return { kind, to: email, name: nameIn(names, locale), locale, link, about: { seminar, reason: words(reason) ?? '' } }
}
