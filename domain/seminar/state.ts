import { dayOf, startOfDay } from '../time/day'
import type { Admission, SeminarStatus } from './seminar'

export const SEMINAR_STATES = ['draft', 'open', 'full', 'no-seat', 'closed', 'held', 'cancelled'] as const
/** The state of a seminar that a reader sees. `full`: she can still wait for a seat. `no-seat`: she cannot. */
export type SeminarState = (typeof SEMINAR_STATES)[number]

type Facts = {
  status: SeminarStatus
  startsAt: Date
  endsAt: Date
  registrationClosesAt: Date | null
  seats: number | null
  /** The seats that are taken. */
  taken: number
  /** Those kept for institutions that have not named anybody for them. */
  reserved?: number
  /** How people get a place: nobody can wait for one if others name them. */
  admission?: Admission
}

export function stateOf({ status, seats, taken, reserved = 0, ...times }: Facts, now: Date): SeminarState {
  if (status === 'draft' || status === 'cancelled' || status === 'held') return status
  if (times.endsAt <= now) return 'held'
  if (status === 'closed' || closesAt(times) <= now) return 'closed'
  if (seats === null || taken + reserved < seats) return 'open'
  const named = times.admission === 'nomination' || times.admission === 'list'
  return named || now >= offersEndAt(times) ? 'no-seat' : 'full'
}

/** Until then places are offered to those who wait: the midnight at which the first day begins. */
export function offersEndAt({ startsAt }: Pick<Facts, 'startsAt'>): Date {
  return startOfDay(dayOf(startsAt))
}

/** Whether it has taken place: it was noted as held, or its end has passed. */
export function wasHeld({ status, endsAt }: Pick<Facts, 'status' | 'endsAt'>, now: Date): boolean {
  return status === 'held' || ((status === 'open' || status === 'closed') && endsAt <= now)
}

/** When registration closes: at the organiser's time, but at the latest when the seminar begins. */
export function closesAt({ startsAt, registrationClosesAt }: Pick<Facts, 'startsAt' | 'registrationClosesAt'>): Date {
  return registrationClosesAt !== null && registrationClosesAt < startsAt ? registrationClosesAt : startsAt
}

/** The link opens to those who are registered this long before the first sitting. */
const LINK_OPENS_MS = 3_600_000

export function isLinkOpen({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, now: Date): boolean {
  return now.getTime() >= startsAt.getTime() - LINK_OPENS_MS && now < endsAt
}

/** What the organiser may do to the status. `mark-held` ends it for good, as `cancel` does. */
export const STATUS_ACTS = ['open', 'close', 'reopen', 'mark-held', 'cancel'] as const
export type StatusAct = (typeof STATUS_ACTS)[number]

const MOVES: Readonly<Record<StatusAct, { from: readonly SeminarStatus[]; to: SeminarStatus }>> = {
  open: { from: ['draft'], to: 'open' },
  close: { from: ['open'], to: 'closed' },
  reopen: { from: ['closed'], to: 'open' },
  'mark-held': { from: ['open', 'closed'], to: 'held' },
  cancel: { from: ['open', 'closed'], to: 'cancelled' },
}

/** The status after an act, or why it is refused: `over` once it has ended, `not-over` until then. */
export function afterAct(
  { status, endsAt }: Pick<Facts, 'status' | 'endsAt'>,
  act: StatusAct,
  now: Date,
): { to: SeminarStatus } | { refused: 'status' | 'over' | 'not-over' } {
  if (!MOVES[act].from.includes(status)) return { refused: 'status' }
  // Noted as held, it takes no registration any more, and people may still come for a later half-day.
  if (act === 'mark-held') return endsAt <= now ? { to: 'held' } : { refused: 'not-over' }
  if (act !== 'open' && endsAt <= now) return { refused: 'over' }
  return { to: MOVES[act].to }
}
