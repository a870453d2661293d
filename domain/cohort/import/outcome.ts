import { canTransition, type MemberStatus } from '../membership'

/** The result of an imported row. Each has its sentence in i18n/messages/*.json under `cohorts.import.outcomes`. */
export const OUTCOMES = ['invited', 'waiting', 'in-already', 'asked-already', 'refused-before', 'own-place'] as const
/** The outcomes that put a person on the cohort's list. */
export const IMPORTED = ['invited', 'waiting'] as const
export type Outcome = (typeof OUTCOMES)[number]

export function isImported(outcome: Outcome): outcome is (typeof IMPORTED)[number] {
  return IMPORTED.some((taken) => taken === outcome)
}

/**
 * The outcome of a row. A person is invited if a seat is free, and otherwise joins the waitlist, unless an import does
 * not move members with her status. As everywhere, `canTransition` applies: a refused person cannot join the waitlist.
 *
 * @param before the member's status; null if she is not on the list.
 */
export function outcomeOf(before: MemberStatus | null, seat: boolean): Outcome {
  const place = seat ? 'invited' : 'waiting'
  if (before === null) return place
  if (before === 'asked') return 'asked-already'
  // A member on the waitlist keeps her place, and an invited one her seat.
  if (before === 'invited' || before === 'waiting' || before === 'active') return 'in-already'
  return canTransition(before, place) ? place : 'refused-before'
}
