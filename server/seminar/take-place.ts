import 'server-only'
import { AppError } from '@/domain/errors'
import type { Locale } from '@/domain/locale'
import type { Need } from '@/domain/seminar/needs'
import { type ClosedFor, isFrozen, isLapsed, mayDo, outlookOf, type PlaceAct } from '@/domain/seminar/registration'
import type { RegistrationStatus } from '@/domain/seminar/seminar'
import { inTransaction } from '../db/client'
import { claimPlace } from '../db/seminar/seminar-claims'
import { saveNeeds } from '../db/seminar/seminar-needs'
import {
  changePlace,
  findPlace,
  insertPlace,
  lockSeating,
  type PlaceRow,
  type SeatingRow,
} from '../db/seminar/seminar-registrations'
import { findSeminar } from '../db/seminar/seminars'
import type { Sql } from '../db/sql'
import { env } from '../env'
import { storeNecessaryIn } from '../mail/store-letters'
import { wake } from '../queue/wake'
import { isJoinCode } from './join-code'
import { registeredLetter } from './registered-letter'

/** The person who takes or gives up a place: by her account, or by an address whose letters she reads. */
export type Taker = {
  accountId: string | null
  email: string
  nameArabic: string
  nameLatin: string
  locale: Locale
}
export type Asked = {
  /** The sequence number of the calendar event that her page showed. */
  sequence: number
  code: string
  language: string | null
  needs: readonly Need[]
}
/** `moved`: days, hours or place have changed since her page was shown. `place`: her place no longer allows the act. */
export type Refusal = 'moved' | 'code' | 'place' | ClosedFor
export type Outcome = { status: RegistrationStatus } | { refused: Refusal }

/**
 * Takes a seat, or the last place on the waitlist. A person who has one keeps it. The seminar is locked: of two people
 * who want the last seat, one gets it. @throws {AppError} not-found
 */
export async function register(taker: Taker, seminarId: string, asked: Asked, now: Date): Promise<Outcome> {
  const outcome = await inTransaction(async (tx): Promise<Outcome & { told?: true }> => {
    const { seating, place } = await lock(tx, seminarId, taker)
    if (place && (place.status === 'registered' || place.status === 'waiting')) {
      const late = place.status === 'waiting' && outlookOf(seating, now).way === 'register'
      if (!late) return { status: place.status }
    }
    if (!mayDo('register', place?.status ?? 'none')) return { refused: 'place' }
    if (asked.sequence !== seating.sequence) return { refused: 'moved' }
    const outlook = outlookOf(seating, now)
    if (outlook.way === 'closed') return { refused: outlook.why }
    if (seating.admission === 'code' && place?.status !== 'waiting' && !isJoinCode(asked.code, seating.joinCodeHash))
      return { refused: 'code' }
    const status = outlook.way === 'register' ? 'registered' : 'waiting'
    const id = await placeOf(tx, seating, place, taker, { status, language: asked.language }, now)
    await keepNeeds(tx, id, asked.needs, now)
    if (status === 'waiting') return { status }
    await confirm(tx, seminarId, taker, now)
    return { status, told: true }
  })
  return woken(outcome)
}

/** Tells her that the place is hers, with the entry for her calendar. */
async function confirm(tx: Sql, seminarId: string, taker: Taker, now: Date): Promise<void> {
  const seminar = await findSeminar(tx, seminarId)
  if (!seminar) throw new AppError('not-found', 'seminar')
  await storeNecessaryIn(tx, await registeredLetter(seminar, taker), taker, now)
}

async function woken({ told, ...outcome }: Outcome & { told?: true }): Promise<Outcome> {
  if (told) await wake('mail')
  return outcome
}

/** Accepts or declines a place that is kept for her. @throws {AppError} not-found */
export async function answerOffer(
  taker: Taker,
  seminarId: string,
  { accepts, language, needs }: { accepts: boolean } & Pick<Asked, 'language' | 'needs'>,
  now: Date,
): Promise<Outcome> {
  const outcome = await inTransaction(async (tx): Promise<Outcome & { told?: true }> => {
    const { seating, place } = await lock(tx, seminarId, taker)
    const status = accepts ? 'registered' : 'declined'
    if (place?.status === status) return { status }
    if (!place || !mayDo(accepts ? 'accept' : 'decline', place.status)) return { refused: 'place' }
    if (isFrozen(seating, now)) return { refused: overAs(seating) }
    if (accepts && isLapsed(seating, place, now)) return { refused: 'place' }
    await changePlace(tx, place.id, { status, language }, now)
    // A declined place is not tied to her account: the institution that named her must not learn that she has one.
    if (accepts) await claimPlace(tx, place.id)
    if (!accepts) return { status, told: true }
    await keepNeeds(tx, place.id, needs, now)
    await confirm(tx, seminarId, taker, now)
    return { status, told: true }
  })
  // A declined place is offered to somebody else by the same job.
  return woken(outcome)
}

/**
 * Gives up a seat or a place on the waitlist. A job offers the seat to the next person. @throws {AppError} not-found
 */
export async function withdraw(taker: Taker, seminarId: string, now: Date): Promise<Outcome> {
  const outcome = await inTransaction(async (tx): Promise<Outcome> => {
    const { seating, place } = await lock(tx, seminarId, taker)
    if (place?.status === 'withdrawn') return { status: 'withdrawn' }
    if (!place || !mayDo('withdraw', place.status)) return { refused: 'place' }
    if (isFrozen(seating, now)) return { refused: overAs(seating) }
    await changePlace(tx, place.id, { status: 'withdrawn' }, now)
    return { status: 'withdrawn' }
  })
  if ('status' in outcome) await wake('mail')
  return outcome
}

/** Replaces the needs that she ticked. @throws {AppError} not-found */
export async function changeNeeds(
  taker: Taker,
  seminarId: string,
  needs: readonly Need[],
  now: Date,
): Promise<Outcome> {
  return inTransaction(async (tx) => {
    const { seating, place } = await lock(tx, seminarId, taker)
    if (place?.status !== 'registered' && place?.status !== 'waiting') return { refused: 'place' }
    if (isFrozen(seating, now)) return { refused: overAs(seating) }
    await keepNeeds(tx, place.id, needs, now)
    return { status: place.status }
  })
}

function overAs({ status }: SeatingRow): ClosedFor {
  return status === 'cancelled' || status === 'draft' ? status : 'held'
}

async function lock(tx: Sql, seminarId: string, taker: Taker) {
  const seating = await lockSeating(tx, seminarId)
  if (!seating) throw new AppError('not-found', 'seminar')
  return { seating, place: await findPlace(tx, seminarId, taker) }
}

type Taking = { status: 'registered' | 'waiting'; language: string | null }

/** A new place, or the one that she had before. @returns its id. */
async function placeOf(
  tx: Sql,
  { id: seminarId, admission: source }: SeatingRow,
  before: PlaceRow | null,
  taker: Taker,
  { status, language }: Taking,
  now: Date,
): Promise<string> {
  if (before) {
    // A person whom an institution had named registers by herself this time, outside its quota.
    const change = { status, language, source, nominatedBy: null, arrives: before.status !== 'waiting' }
    await changePlace(tx, before.id, change, now)
    await claimPlace(tx, before.id)
    return before.id
  }
  const { accountId, ...guest } = taker
  const place = { seminarId, accountId, guest: accountId === null ? guest : null, status, source, language }
  return insertPlace(tx, { ...place, nominatedBy: null }, now)
}

/** Needs are stored only if the operator is authorised to ask for them. */
async function keepNeeds(tx: Sql, id: string, needs: readonly Need[], now: Date): Promise<void> {
  if (env().needsAuthorisation !== undefined) await saveNeeds(tx, id, needs, now)
}

/** The acts that a page may offer her. */
export function openActs(place: PlaceRow | null): PlaceAct[] {
  return (['register', 'accept', 'decline', 'withdraw'] as const).filter((act) => mayDo(act, place?.status ?? 'none'))
}
