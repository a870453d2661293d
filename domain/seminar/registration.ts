import type { Admission, RegistrationStatus, SeminarStatus } from './seminar'
import { closesAt, offersEndAt, stateOf } from './state'

/** The facts that decide about a place, read under the lock on the seminar. */
export type Seating = {
  status: SeminarStatus
  admission: Admission
  startsAt: Date
  endsAt: Date
  registrationClosesAt: Date | null
  /** Null: no limit. */
  seats: number | null
  taken: number
  /** Kept for institutions that have not named anybody for them. */
  reserved: number
  waiting: number
}

const HOUR_MS = 3_600_000
/** How long an offered place waits for an answer. */
export const ANSWER_HOURS = 24

/** Until when a place that is offered now may be accepted: for 24 hours, but not after `offersEndAt`. */
export function answerBy(seating: Pick<Seating, 'startsAt'>, now: Date): Date {
  return new Date(Math.min(now.getTime() + ANSWER_HOURS * HOUR_MS, offersEndAt(seating).getTime()))
}

/**
 * Until when a nominated person may answer: until registration closes or offers end, but for at least 24 hours, and
 * never after the seminar has begun.
 */
export function nominationLapsesAt(seating: Pick<Seating, 'startsAt' | 'registrationClosesAt'>, namedAt: Date): Date {
  const least = namedAt.getTime() + ANSWER_HOURS * HOUR_MS
  const usual = Math.min(closesAt(seating).getTime(), offersEndAt(seating).getTime())
  return new Date(Math.min(Math.max(least, usual), seating.startsAt.getTime()))
}

/** The seats that are neither taken nor kept for an institution. A quota keeps its seats until registration closes. */
export function freeSeats(seating: Seating, now: Date): number {
  if (seating.seats === null) return Number.POSITIVE_INFINITY
  const reserved = now < closesAt(seating) ? seating.reserved : 0
  return Math.max(0, seating.seats - seating.taken - reserved)
}

/** The seats that may be offered to those who wait. */
export function seatsToOffer(seating: Seating, now: Date): number {
  const running = seating.status === 'open' || seating.status === 'closed'
  if (!running || now >= offersEndAt(seating)) return 0
  return Math.min(freeSeats(seating, now), seating.waiting)
}

/** Why nobody can register by herself. `named`: participants are named by others. `full`: too late for a waitlist. */
export const CLOSED_FOR = ['draft', 'held', 'cancelled', 'closed', 'named', 'full'] as const
export type ClosedFor = (typeof CLOSED_FOR)[number]
/** The result if a person without a place registers now. */
export type Outlook = { way: 'register' | 'wait' } | { way: 'closed'; why: ClosedFor }

export function outlookOf(seating: Seating, now: Date): Outlook {
  const state = stateOf(seating, now)
  if (state !== 'open' && state !== 'full' && state !== 'no-seat') return { way: 'closed', why: state }
  if (seating.admission === 'nomination' || seating.admission === 'list') return { way: 'closed', why: 'named' }
  // People on the waitlist come first, as long as places can be offered to them.
  const late = now >= offersEndAt(seating)
  if (freeSeats(seating, now) > 0 && (late || seating.waiting === 0)) return { way: 'register' }
  return late ? { way: 'closed', why: 'full' } : { way: 'wait' }
}

/** What a person may do about her own place. */
export const PLACE_ACTS = ['register', 'accept', 'decline', 'withdraw'] as const
export type PlaceAct = (typeof PLACE_ACTS)[number]

const OPEN_IN: Readonly<Record<PlaceAct, readonly (RegistrationStatus | 'none')[]>> = {
  // On the last day a free seat goes to the first person who registers, which may be one who waits.
  register: ['none', 'declined', 'lapsed', 'withdrawn', 'waiting'],
  accept: ['nominated', 'offered'],
  decline: ['nominated', 'offered'],
  withdraw: ['registered', 'waiting'],
}

export function mayDo(act: PlaceAct, status: RegistrationStatus | 'none'): boolean {
  return OPEN_IN[act].includes(status)
}

type Kept = { status: RegistrationStatus; statusSince: Date; answerBy: Date | null }

/**
 * Until when a place is kept for her answer; null if it is not. What her letter stated counts, even if the dates of the
 * seminar have changed since, but nobody can answer once it has begun.
 */
export function keptUntil(
  seating: Pick<Seating, 'startsAt' | 'registrationClosesAt'>,
  { status, statusSince, answerBy: stated }: Kept,
): Date | null {
  if (status !== 'offered' && status !== 'nominated') return null
  const until = stated ?? nominationLapsesAt(seating, statusSince)
  return new Date(Math.min(until.getTime(), seating.startsAt.getTime()))
}

/** An offer or a nomination that nobody answered in time. */
export function isLapsed(seating: Pick<Seating, 'startsAt' | 'registrationClosesAt'>, place: Kept, now: Date): boolean {
  const until = keptUntil(seating, place)
  return until !== null && until <= now
}

/** Whether no place can change: the seminar has ended, was cancelled, or is still a draft. */
export function isFrozen({ status, endsAt }: Pick<Seating, 'status' | 'endsAt'>, now: Date): boolean {
  return status === 'cancelled' || status === 'held' || status === 'draft' || endsAt <= now
}
