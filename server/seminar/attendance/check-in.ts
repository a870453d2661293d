import 'server-only'
import { checkInRefusal, type Refusal, readRoomCode } from '@/domain/seminar/attendance'
import { isUuid } from '@/domain/uuid'
import { type FailureCounter, failureCounter, noteFailure } from '../../auth/limits'
import { findHits } from '../../db/auth/rate-counters'
import { db, sql } from '../../db/client'
import {
  type CheckInHalfDay,
  findCheckInHalfDay,
  findOpenHalfDays,
  insertCheckIn,
  insertLate,
  insertUnlisted,
  type Known,
} from '../../db/seminar/attendance'
import { isRoomCode } from './room-code'

/** Who checks in: somebody who is signed in, or a guest by the name and the address that she types. */
export type Who = { accountId: string } | { name: string; email: string }
export type CheckInResult =
  | { status: 'present'; at: Date; halfDay: CheckInHalfDay }
  | { status: 'unlisted' | 'awaiting' | 'struck' | Refusal; halfDay: CheckInHalfDay }
  | { status: 'changed' | 'too-many'; halfDay: CheckInHalfDay | null }

/**
 * Checks in with the code on the room's screen. Wrong codes are counted per person and half-day, never per IP address,
 * which a whole room shares. Idempotent: a person who is present already gets the time of her check-in. Whoever types
 * only an address may not be the person: without a right code she learns nothing of it and notes nothing in its name.
 *
 * @param late she had no network while the code was shown: the organiser decides. Only with an account. @returns null if
 * there is no such half-day
 */
export async function checkIn(
  halfDayId: string,
  who: Who,
  { typed, late }: { typed: string; late: boolean },
  now: Date,
): Promise<CheckInResult | null> {
  if (!isUuid(halfDayId)) return null
  const counters = await countersOf(who, halfDayId, now)
  const halfDay = await findCheckInHalfDay(sql(), halfDayId, knownAs(who), counters)
  if (!halfDay) return null
  const before = 'accountId' in who ? await withoutCode(halfDay, late, now) : null
  if (before) return before
  const refusal = checkInRefusal(halfDay, now)
  if (refusal) return { status: refusal, halfDay }
  const full = counters.map(({ most }, index) => (halfDay.failures[index] ?? 0) >= most)
  const tried = { who, typed, halfDays: [halfDay], counters, full }
  const entered = await tryCode(tried, now)
  return typeof entered === 'string' ? { status: entered, halfDay } : entered
}

/** What a person who is signed in gets without a code: what is settled, or the organiser's decision on a late request. */
async function withoutCode(halfDay: CheckInHalfDay, late: boolean, now: Date): Promise<CheckInResult | null> {
  const settled = settledBefore(halfDay)
  if (settled || !late || halfDay.placeStatus !== 'registered' || !halfDay.placeId) return settled
  return askLate(halfDay, halfDay.placeId, now)
}

/** Like `checkIn`, for a person who cannot scan and types only the code: all open rooms are searched for it. */
export async function checkInAnywhere(who: Who, typed: string, now: Date): Promise<CheckInResult> {
  const counters = await countersOf(who, 'typed', now)
  const full = await Promise.all(counters.map(isFull))
  const halfDays = full[0] ? [] : await findOpenHalfDays(sql(), knownAs(who), now)
  const entered = await tryCode({ who, typed, halfDays, counters, full }, now)
  return typeof entered === 'string' ? { status: entered, halfDay: null } : entered
}

type Tried = {
  who: Who
  typed: string
  halfDays: readonly CheckInHalfDay[]
  /** Her own, and that of the guests who are not registered; `full`: whether each is. */
  counters: readonly [FailureCounter, FailureCounter]
  full: readonly boolean[]
}

/**
 * Enters the half-day whose code was typed. A registered guest has a counter of her own, so that wrong codes of
 * strangers do not shut her out. Once the shared counter of the others is full, all their codes count as wrong: another
 * response would reveal who is registered.
 */
async function tryCode(
  { who, typed, halfDays, counters: [own, unlisted], full: [ownFull, unlistedFull] }: Tried,
  now: Date,
): Promise<CheckInResult | 'too-many' | 'changed'> {
  if (ownFull) return 'too-many'
  const known = 'accountId' in who || halfDays.some(({ placeStatus }) => placeStatus === 'registered')
  const code = known || !unlistedFull ? readRoomCode(typed) : null
  for (const halfDay of code ? halfDays : []) {
    if (!(await isRoomCode(halfDay.halfDayId, code ?? '', now))) continue
    return settledBefore(halfDay) ?? enter(halfDay, who, now)
  }
  await noteFailure(own, now)
  if (!known) await noteFailure(unlisted, now)
  return 'changed'
}

async function isFull({ key, windowEnd, most }: FailureCounter): Promise<boolean> {
  return (await findHits(db(), key, windowEnd)) >= most
}

/** What the check-in page shows before a code is sent. @returns null if there is no such half-day */
export async function readCheckInHalfDay(halfDayId: string, accountId: string | null): Promise<CheckInHalfDay | null> {
  return isUuid(halfDayId) ? findCheckInHalfDay(sql(), halfDayId, accountId ? { accountId } : null, []) : null
}

/** What a returning person is told: present, struck, unlisted, or waiting for the organiser; null if none of these. */
export function earlierResult(halfDay: CheckInHalfDay): CheckInResult | null {
  if (halfDay.placeStatus === 'registered' && halfDay.state === 'awaiting') return { status: 'awaiting', halfDay }
  return settledBefore(halfDay)
}

function knownAs(who: Who): Known {
  return 'accountId' in who ? { accountId: who.accountId } : { email: who.email }
}

/**
 * Her own counter, and the one that all guests who are not registered share: a person who guesses codes could give
 * another address with each of them.
 */
async function countersOf(who: Who, where: string, now: Date): Promise<[FailureCounter, FailureCounter]> {
  const subject = 'accountId' in who ? who.accountId : who.email
  return Promise.all([
    failureCounter('check-in', `${subject} ${where}`, now),
    failureCounter('check-in-unlisted', where, now),
  ])
}

function settledBefore(halfDay: CheckInHalfDay): CheckInResult | null {
  if (halfDay.placeStatus !== 'registered') return halfDay.noted ? { status: 'unlisted', halfDay } : null
  if (halfDay.state === 'present' && halfDay.at) return { status: 'present', at: halfDay.at, halfDay }
  return halfDay.state === 'struck' ? { status: 'struck', halfDay } : null
}

async function askLate(halfDay: CheckInHalfDay, placeId: string, now: Date): Promise<CheckInResult> {
  if (halfDay.listClosed) return { status: 'closed', halfDay }
  const refusal = checkInRefusal(halfDay, now)
  if (refusal === 'cancelled' || refusal === 'not-yet') return { status: refusal, halfDay }
  await insertLate(sql(), { halfDayId: halfDay.halfDayId, placeId, at: now })
  return { status: 'awaiting', halfDay }
}

async function enter(halfDay: CheckInHalfDay, who: Who, now: Date): Promise<CheckInResult> {
  const { halfDayId, placeId, placeStatus } = halfDay
  if (!placeId || placeStatus !== 'registered') {
    const name = 'accountId' in who ? null : who.name
    await insertUnlisted(sql(), { halfDayId, who: knownAs(who), name, at: now })
    return { status: 'unlisted', halfDay }
  }
  if (await insertCheckIn(sql(), { halfDayId, placeId, at: now, way: 'code', byId: null }))
    return { status: 'present', at: now, halfDay }
  // Another device of hers was faster, or the organiser has closed the half-day meanwhile.
  const then = (await findCheckInHalfDay(sql(), halfDayId, knownAs(who), [])) ?? halfDay
  return settledBefore(then) ?? { status: 'closed', halfDay: then }
}
