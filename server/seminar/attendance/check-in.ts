import 'server-only'
import { checkInRefusal, type Refusal, readRoomCode } from '@/domain/seminar/attendance'
import { type FailureCounter, failureCounter, noteFailure } from '../../auth/limits'
import { isUuid } from '../../cohort/cohort-permit'
import {
  type CheckInHalfDay,
  findCheckInHalfDay,
  findOpenHalfDays,
  insertCheckIn,
  insertLate,
  insertUnlisted,
  type Known,
} from '../../db/attendance'
import { db, sql } from '../../db/client'
import { findHits } from '../../db/limits'
import { isRoomCode } from './room-code'

/** Who checks in: somebody who is signed in, or a guest by the name and the address that she types. */
export type Who = { accountId: string } | { name: string; email: string }
export type CheckInResult =
  | { status: 'present'; at: Date; door: CheckInHalfDay }
  | { status: 'unlisted' | 'awaiting' | 'struck' | Refusal; door: CheckInHalfDay }
  | { status: 'changed' | 'too-many'; door: CheckInHalfDay | null }

/**
 * Checks in with the code on the room's screen. Wrong codes are counted per person and half-day, never per IP address,
 * which a whole room shares. Idempotent: a person who is present already gets the time of her check-in. @param late she
 * had no network while the code was shown: the organiser decides. @returns null if there is no such half-day
 */
export async function checkIn(
  halfDayId: string,
  who: Who,
  { typed, late }: { typed: string; late: boolean },
  now: Date,
): Promise<CheckInResult | null> {
  if (!isUuid(halfDayId)) return null
  const counters = await countersOf(who, halfDayId, now)
  const door = await findCheckInHalfDay(sql(), halfDayId, knownAs(who), counters)
  if (!door) return null
  const settled = settledBefore(door)
  if (settled) return settled
  if (late && door.placeStatus === 'registered' && door.placeId) return askLate(door, door.placeId, now)
  const refusal = checkInRefusal(door, now)
  if (refusal) return { status: refusal, door }
  const place = 'accountId' in who || door.placeStatus === 'registered' ? 0 : 1
  const counter = counters[place]
  if (!counter || (door.failures[place] ?? 0) >= counter.most) return { status: 'too-many', door }
  const code = readRoomCode(typed)
  if (!code || !(await isRoomCode(halfDayId, code, now))) {
    await noteFailure(counter, now)
    return { status: 'changed', door }
  }
  return enter(door, who, now)
}

/**
 * Like `checkIn`, for a person who cannot scan and types only the code: all open rooms are searched for it. A
 * registered guest has a counter of her own, so that wrong codes of strangers do not shut her out. Once the shared
 * counter of the others is full, all their codes count as wrong: another response would reveal who is registered.
 */
export async function checkInAnywhere(who: Who, typed: string, now: Date): Promise<CheckInResult> {
  const [own, unlisted] = await countersOf(who, 'typed', now)
  if (await isFull(own)) return { status: 'too-many', door: null }
  const doors = await findOpenHalfDays(sql(), knownAs(who), now)
  const known = 'accountId' in who || doors.some(({ placeStatus }) => placeStatus === 'registered')
  const code = known || !(await isFull(unlisted)) ? readRoomCode(typed) : null
  for (const door of code ? doors : []) {
    if (!(await isRoomCode(door.halfDayId, code ?? '', now))) continue
    return settledBefore(door) ?? enter(door, who, now)
  }
  await noteFailure(own, now)
  if (!known) await noteFailure(unlisted, now)
  return { status: 'changed', door: null }
}

async function isFull({ key, windowEnd, most }: FailureCounter): Promise<boolean> {
  return (await findHits(db(), key, windowEnd)) >= most
}

/** What the check-in page shows before a code is sent. @returns null if there is no such half-day */
export async function readCheckInHalfDay(halfDayId: string, accountId: string | null): Promise<CheckInHalfDay | null> {
  return isUuid(halfDayId) ? findCheckInHalfDay(sql(), halfDayId, accountId ? { accountId } : null, []) : null
}

/** What a returning person is told: present, struck, unlisted, or waiting for the organiser; null if none of these. */
export function earlierResult(door: CheckInHalfDay): CheckInResult | null {
  if (door.placeStatus === 'registered' && door.state === 'awaiting') return { status: 'awaiting', door }
  return settledBefore(door)
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

function settledBefore(door: CheckInHalfDay): CheckInResult | null {
  if (door.placeStatus !== 'registered') return door.noted ? { status: 'unlisted', door } : null
  if (door.state === 'present' && door.at) return { status: 'present', at: door.at, door }
  return door.state === 'struck' ? { status: 'struck', door } : null
}

async function askLate(door: CheckInHalfDay, placeId: string, now: Date): Promise<CheckInResult> {
  if (door.listClosed) return { status: 'closed', door }
  const refusal = checkInRefusal(door, now)
  if (refusal === 'cancelled' || refusal === 'not-yet') return { status: refusal, door }
  await insertLate(sql(), { halfDayId: door.halfDayId, placeId, at: now })
  return { status: 'awaiting', door }
}

async function enter(door: CheckInHalfDay, who: Who, now: Date): Promise<CheckInResult> {
  const { halfDayId, placeId, placeStatus } = door
  if (!placeId || placeStatus !== 'registered') {
    const name = 'accountId' in who ? null : who.name
    await insertUnlisted(sql(), { halfDayId, who: knownAs(who), name, at: now })
    return { status: 'unlisted', door }
  }
  if (await insertCheckIn(sql(), { halfDayId, placeId, at: now, way: 'code', byId: null }))
    return { status: 'present', at: now, door }
  // Another device of hers was faster, or the organiser has closed the half-day meanwhile.
  const then = (await findCheckInHalfDay(sql(), halfDayId, knownAs(who), [])) ?? door
  return settledBefore(then) ?? { status: 'closed', door: then }
}
