import { type MemberStatus, mayMove } from '../membership'

/** What the import made of a row. Each has its sentence in i18n/messages/*.json under `cohorts.import.outcomes`. */
export const OUTCOMES = ['invited', 'waiting', 'in-already', 'asked-already', 'refused-before', 'own-place'] as const
/** Those by which somebody comes onto the cohort's list. */
export const TAKEN = ['invited', 'waiting'] as const
export type Outcome = (typeof OUTCOMES)[number]

export function isTaken(outcome: Outcome): outcome is (typeof TAKEN)[number] {
  return TAKEN.some((taken) => taken === outcome)
}

/**
 * What a row makes of a person: with a seat she is invited, without one she waits for it, unless she stands where an import
 * moves nobody from. It goes the ways of `mayMove` like every page: whom somebody refused does not wait.
 *
 * @param before where she stands; null: she is not on the list.
 */
export function outcomeOf(before: MemberStatus | null, seat: boolean): Outcome {
  const place = seat ? 'invited' : 'waiting'
  if (before === null) return place
  if (before === 'asked') return 'asked-already'
  // Who waits keeps her turn, and who was invited her seat.
  if (before === 'invited' || before === 'waiting' || before === 'active') return 'in-already'
  return mayMove(before, place) ? place : 'refused-before'
}
