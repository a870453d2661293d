import 'server-only'
import { AppError } from '@/domain/errors'
import type { Need } from '@/domain/seminar/needs'
import { freeSeats, keptUntil, type Outlook, outlookOf, type PlaceAct } from '@/domain/seminar/registration'
import { CONCERNED, type Spoken } from '@/domain/seminar/seminar'
import type { Caller } from '../auth/caller'
import { spendLimit } from '../auth/limits'
import type { Permit } from '../auth/permit'
import { findAccount } from '../db/account/accounts'
import { db, sql } from '../db/client'
import { findInstitution } from '../db/institution/institutions'
import { findNext, findOverlaps, type Next, type Overlap } from '../db/seminar/my-seminars'
import { claimGuestPlaces, countGuestPlaces, findHolder } from '../db/seminar/seminar-claims'
import { findNeeds } from '../db/seminar/seminar-needs'
import { findPlace, type PlaceRow } from '../db/seminar/seminar-registrations'
import type { SeminarRow } from '../db/seminar/seminars'
import { env } from '../env'
import { readGuest } from './guest-link'
import { isJoinCode } from './join-code'
import { maySee, readerOf } from './open-seminar'
import { requireAnnouncedSeminar } from './see-seminar'
import { openActs, type Taker } from './take-place'

/** The person who opens the page of a place. `guest`: by the link in a letter to her address. */
export type Visitor =
  | { kind: 'anonymous' }
  | { kind: 'unconfirmed' }
  | { kind: 'account'; taker: Taker & { accountId: string } }
  | { kind: 'guest'; taker: Taker; token: string }

export type Registration = {
  seminar: SeminarRow
  visitor: Visitor
  place: PlaceRow | null
  /** The page of the seminar is open to her. */
  seesEvent: boolean
  /** The institution that named her, and (`keptUntil`) until when a place is kept for her answer. */
  nominatedBy: { nameArabic: string; nameLatin: string } | null
  keptUntil: Date | null
  acts: readonly PlaceAct[]
  outlook: Outlook
  /** The number of free seats; null if there is no limit. */
  free: number | null
  overlaps: readonly Overlap[]
  /** The next seminar of the same institution that takes her, if nobody can register for this one. */
  next: Next | null
  /** The languages in which the sittings can be heard, with interpretation. */
  languages: readonly Spoken[]
  /** The reference of the authorisation to ask for needs, and those she ticked; null if nobody is asked. */
  needs: { reference: string; ticked: readonly Need[] } | null
}

type Asking = { seminarId: string; token: string | null; code: string; address: string; now: Date }

/**
 * The caller's place in a seminar, with what she may do about it. @throws {AppError} not-found for a seminar that she
 * may not see; too-many-requests for typed codes
 */
export async function openRegistration(caller: Caller, asking: Asking): Promise<Registration> {
  const { seminarId, token, code, address, now } = asking
  const [seminar, visitor] = await Promise.all([
    requireAnnouncedSeminar(seminarId),
    visitorOf(caller, seminarId, token, now),
  ])
  const taker = 'taker' in visitor ? visitor.taker : null
  const place = taker && (await findPlace(sql(), seminar.id, taker))
  if (seminar.listed === 'invited' && !place && !(await isMember(seminar, taker))) {
    if (code !== '') await spendLimit('join-address', address, now)
    if (!isJoinCode(code, seminar.joinCodeHash)) throw new AppError('not-found', 'seminar for the invited')
  }
  return viewOf(seminar, visitor, place, now)
}

/** A seminar for a calendar, for a person who may see its page or may open the page of a place in it. */
export async function openForCalendar(
  caller: Caller,
  asking: Asking,
): Promise<Pick<Registration, 'seminar' | 'seesEvent'>> {
  const seminar = await requireAnnouncedSeminar(asking.seminarId)
  if (maySee(seminar, await readerOf(caller, seminar))) return { seminar, seesEvent: true }
  return openRegistration(caller, asking)
}

async function viewOf(seminar: SeminarRow, visitor: Visitor, place: PlaceRow | null, now: Date): Promise<Registration> {
  const taker = 'taker' in visitor ? visitor.taker : null
  const outlook = outlookOf(seminar, now)
  const reference = env().needsAuthorisation
  const named = place?.nominatedByInstitutionId ?? null
  const [overlaps, next, ticked, nominatedBy, seesEvent] = await Promise.all([
    taker ? findOverlaps(sql(), seminar.id, taker) : [],
    outlook.way === 'closed' ? nextOpen(seminar, now) : null,
    // A person with only a link sees that there is a place, not the needs that were ticked.
    reference !== undefined && place && visitor.kind === 'account' ? findNeeds(sql(), place.id) : [],
    named === null ? null : findInstitution(db(), named),
    hasEventPage(seminar, visitor, place),
  ])
  const free = freeSeats(seminar, now)
  return {
    seminar,
    visitor,
    place,
    seesEvent,
    nominatedBy,
    keptUntil: place && keptUntil(seminar, place),
    acts: openActs(place),
    outlook,
    free: Number.isFinite(free) ? free : null,
    overlaps,
    next,
    languages: languagesOf(seminar),
    needs: reference === undefined ? null : { reference, ticked },
  }
}

/** One that would only give her a place on its waiting list comes after those with a free seat. */
async function nextOpen(seminar: SeminarRow, now: Date): Promise<Next | null> {
  const others = await findNext(sql(), seminar, now)
  const wayIs = (way: 'register' | 'wait') => others.find((one) => outlookOf(one, now).way === way)
  return wayIs('register') ?? wayIs('wait') ?? null
}

/** Whether she may open the seminar's page. One for the invited requires an account with a place or in its cohort. */
async function hasEventPage(seminar: SeminarRow, visitor: Visitor, place: PlaceRow | null): Promise<boolean> {
  if (seminar.listed === 'public') return true
  if (visitor.kind !== 'account') return false
  return (place !== null && CONCERNED.includes(place.status)) || isMember(seminar, visitor.taker)
}

function languagesOf({ sittings }: SeminarRow): Spoken[] {
  return [...new Set(sittings.flatMap(({ language, interpretation }) => [language, ...interpretation]))]
}

/** The learners of its cohort see a seminar that is not announced to everybody. */
async function isMember({ cohortId }: SeminarRow, taker: Taker | null): Promise<boolean> {
  if (cohortId === null || !taker?.accountId) return false
  return (await db().cohortMember.count({ where: { cohortId, accountId: taker.accountId, status: 'active' } })) > 0
}

/** A session counts before a link, unless the link is to another address. */
export async function visitorOf(caller: Caller, seminarId: string, token: string | null, now: Date): Promise<Visitor> {
  const [session, guest] = await Promise.all([caller.session(), token ? readGuest(token, seminarId, now) : null])
  const account = session?.confirmed ? await findAccount(db(), session.accountId) : null
  if (guest && token && guest.email !== account?.email) {
    const { asks, ...named } = guest
    const taker = { ...named, accountId: await findHolder(sql(), guest.email) }
    if (asks || (await findPlace(sql(), seminarId, taker))) return { kind: 'guest', token, taker }
  }
  if (!session) return { kind: 'anonymous' }
  if (!account) return { kind: 'unconfirmed' }
  const { id: accountId, email, nameArabic, nameLatin, locale } = account
  return { kind: 'account', taker: { accountId, email, nameArabic, nameLatin, locale } }
}

/** The number of places that were taken with her address but without her account. */
export async function myGuestPlaces({ target }: Permit<'account:read'>): Promise<number> {
  return countGuestPlaces(sql(), target.accountId)
}

/** Adds those places to her account, with their attestations and surveys. @returns the number of places */
export async function claimMyPlaces({ actor }: Permit<'seminar:register'>): Promise<number> {
  return claimGuestPlaces(sql(), actor.accountId)
}
