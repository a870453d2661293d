import 'server-only'
import type { Letter, SeminarLetterKind } from '@/domain/account/letter'
import type { Act } from '@/domain/audit/act'
import type { Locale } from '@/domain/locale'
import { shownIn, type Texts } from '@/domain/seminar/texts'
import { recordAct } from '../db/audit'
import type { Tx } from '../db/client'
import { findConcerned, raiseSequence, type SeminarRow } from '../db/seminars'
import { env } from '../env'
import { storeAllNecessary } from '../mail/store-letters'

type Told = {
  act: Act
  /** The letter to those whom it concerns. */
  kind: SeminarLetterKind
  actorId: string
  reason?: Texts
}

/**
 * A change of an announced seminar that concerns people: it is written down, its calendar event becomes a newer one, and
 * each person who is registered, named or waiting gets a letter, all in the transaction of the change.
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
  const letters = people.map(({ accountId, email, locale, name }) => ({
    letter: letterTo({ email, locale, name }, seminar, kind, reason),
    refs: { accountId },
  }))
  if (letters.length > 0) await storeAllNecessary(tx, letters, now)
  return people.length
}

function letterTo(
  { email, locale, name }: { email: string; locale: Locale; name: string },
  { id, titles, place, startsAt, endsAt }: SeminarRow,
  kind: SeminarLetterKind,
  reason: Texts | undefined,
): Letter<SeminarLetterKind> {
  const words = (texts: Texts | null | undefined) => (texts && shownIn(texts, locale)?.value) ?? null
  const times = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() }
  const seminar = { title: words(titles) ?? '', place: words(place), ...times }
  const link = `${env().publicUrl}/${locale}/seminars/${id}`
  return { kind, to: email, name, locale, link, about: { seminar, reason: words(reason) ?? '' } }
}
