import 'server-only'
import { AppError } from '@/domain/errors'
import type { Need } from '@/domain/seminar/needs'
import { freeSeats, nominationLapsesAt, type Outlook, outlookOf, type PlaceAct } from '@/domain/seminar/registration'
import { CONCERNED, type Spoken } from '@/domain/seminar/seminar'
import type { Caller } from '../auth/caller'
import { spendLimit } from '../auth/limits'
import type { Permit } from '../auth/permit'
import { findAccount } from '../db/accounts'
import { db, sql } from '../db/client'
import { findInstitution } from '../db/institutions'
import { findNext, findOverlaps, type Overlap } from '../db/my-seminars'
import { claimGuestPlaces, countGuestPlaces, findHolder } from '../db/seminar-claims'
import { findNeeds } from '../db/seminar-needs'
import { findPlace, type PlaceRow } from '../db/seminar-registrations'
import type { SeminarRow } from '../db/seminars'
import { env } from '../env'
import { readGuest } from './guest-link'
import { isJoinCode } from './join-code'
import { maySee, readerOf } from './open-seminar'
import { requireSeminarOpen } from './see-seminar'
import { openActs, type Taker } from './take-place'

/** Who opens the page of a place. `guest`: by the link in a letter to her address. */
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
  /** Who named her, and until when she may answer that. */
  nominatedBy: { nameArabic: string; nameLatin: string } | null
  lapsesAt: Date | null
  acts: readonly PlaceAct[]
  outlook: Outlook
  /** Null: no limit. */
  free: number | null
  overlaps: readonly Overlap[]
  /** The next seminar of the same institution, if nobody can register for this one. */
  next: Awaited<ReturnType<typeof findNext>>
  /** The languages in which somebody may listen. */
  languages: readonly Spoken[]
  /** The reference by which the organiser may be told what she needs; null: nobody is asked. */
  needs: { reference: string; ticked: readonly Need[] } | null
}

type Asking = { seminarId: string; token: string | null; code: string; address: string; now: Date }

/**
 * The place of whoever asks in a seminar, with what she may do about it. @throws {AppError} not-found for a seminar that
 * she may not see; too-many-requests for typed codes
 */
export async function openRegistration(caller: Caller, asking: Asking): Promise<Registration> {
  const { seminarId, token, code, address, now } = asking
  const [seminar, visitor] = await Promise.all([
    requireSeminarOpen(seminarId),
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

/** A seminar for a calendar: for whoever sees its page, as its staff do, and for whoever may open the page of a place. */
export async function openForCalendar(
  caller: Caller,
  asking: Asking,
): Promise<Pick<Registration, 'seminar' | 'seesEvent'>> {
  const seminar = await requireSeminarOpen(asking.seminarId)
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
    outlook.way === 'closed' ? findNext(sql(), seminar, now) : null,
    // Whoever holds a link sees that there is a place, not what its person needs.
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
    lapsesAt: place?.status === 'nominated' ? nominationLapsesAt(seminar, place.statusSince) : null,
    acts: openActs(place),
    outlook,
    free: Number.isFinite(free) ? free : null,
    overlaps,
    next,
    languages: languagesOf(seminar),
    needs: reference === undefined ? null : { reference, ticked },
  }
}

/** A seminar for the invited has no page for whoever comes by a link, or neither has a place in it nor learns in its cohort. */
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

/** How many places her address took without her account. */
export async function myGuestPlaces({ target }: Permit<'account:read'>): Promise<number> {
  return countGuestPlaces(sql(), target.accountId)
}

/** Adds them to her account, with what they prove. */
export async function claimMyPlaces({ actor }: Permit<'seminar:register'>): Promise<number> {
  return claimGuestPlaces(sql(), actor.accountId)
}
