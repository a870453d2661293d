import { dayOf, startOfDay } from '../cohort/day'
import type { Admission, RegistrationStatus, SeminarStatus } from './seminar'
import { closesAt, stateOf } from './state'

/** What decides about a place, as it is under the lock on the seminar. */
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

/** Until then places are offered to those who wait: the midnight before the first day. */
export function offersEndAt({ startsAt }: Pick<Seating, 'startsAt'>): Date {
  return startOfDay(dayOf(startsAt))
}

/** Until when a place that is offered now may be taken: a day, but not beyond the eve. */
export function answerBy(seating: Pick<Seating, 'startsAt'>, now: Date): Date {
  return new Date(Math.min(now.getTime() + ANSWER_HOURS * HOUR_MS, offersEndAt(seating).getTime()))
}

/**
 * Until when somebody who was named may answer: while people register, at least a day, at the latest until it begins.
 */
export function nominationLapsesAt(seating: Pick<Seating, 'startsAt' | 'registrationClosesAt'>, namedAt: Date): Date {
  const least = namedAt.getTime() + ANSWER_HOURS * HOUR_MS
  const usual = Math.min(closesAt(seating).getTime(), offersEndAt(seating).getTime())
  return new Date(Math.min(Math.max(least, usual), seating.startsAt.getTime()))
}

/** The seats that nobody has and no institution keeps. A quota keeps its seats until registration closes. */
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

/** Why nobody can register by herself. `named`: others name those who come. `full`: too late for a waiting list. */
export const CLOSED_FOR = ['draft', 'held', 'cancelled', 'closed', 'named', 'full'] as const
export type ClosedFor = (typeof CLOSED_FOR)[number]
/** What comes of it if somebody without a place registers now. */
export type Outlook = { way: 'register' | 'wait' } | { way: 'closed'; why: ClosedFor }

export function outlookOf(seating: Seating, now: Date): Outlook {
  const state = stateOf(seating, now)
  if (state !== 'open' && state !== 'full') return { way: 'closed', why: state }
  if (seating.admission === 'nomination' || seating.admission === 'list') return { way: 'closed', why: 'named' }
  // Whoever waits comes first, as long as somebody can be asked.
  const late = now >= offersEndAt(seating)
  if (freeSeats(seating, now) > 0 && (late || seating.waiting === 0)) return { way: 'register' }
  return late ? { way: 'closed', why: 'full' } : { way: 'wait' }
}

/** What a person may do about her own place. */
export const PLACE_ACTS = ['register', 'accept', 'decline', 'withdraw'] as const
export type PlaceAct = (typeof PLACE_ACTS)[number]

const OPEN_IN: Readonly<Record<PlaceAct, readonly (RegistrationStatus | 'none')[]>> = {
  // On the last day a seat that is free goes to whoever takes it first, those who wait among them.
  register: ['none', 'declined', 'lapsed', 'withdrawn', 'waiting'],
  accept: ['nominated', 'offered'],
  decline: ['nominated', 'offered'],
  withdraw: ['registered', 'waiting'],
}

export function mayDo(act: PlaceAct, status: RegistrationStatus | 'none'): boolean {
  return OPEN_IN[act].includes(status)
}

/** An offer or a nomination that nobody answered in time. */
export function isLapsed(
  seating: Pick<Seating, 'startsAt' | 'registrationClosesAt'>,
  place: { status: RegistrationStatus; statusSince: Date; answerBy: Date | null },
  now: Date,
): boolean {
  if (place.status === 'offered') return place.answerBy !== null && place.answerBy <= now
  return place.status === 'nominated' && nominationLapsesAt(seating, place.statusSince) <= now
}

/** Whether it has ended, or never takes place: nothing about a place can change any more. */
export function isOver({ status, endsAt }: Pick<Seating, 'status' | 'endsAt'>, now: Date): boolean {
  return status === 'cancelled' || status === 'held' || status === 'draft' || endsAt <= now
}
