import type { MemberStatus } from '../membership'

/** The learner's status in the cohort before she enrols herself; `none` if she was never on its list. */
export type Before = {
  status: MemberStatus | 'none'
  /** Staff withdrew or refused the learner, and nobody has admitted her since. */
  letGo: boolean
}
type Cohort = {
  approval: boolean
  /** A seat is free, and the waitlist is empty. */
  seat: boolean
}
export type Place = 'active' | 'asked' | 'waiting'
/** `stands`: the learner already has this status, so nothing changes. */
export type Placing = { place: Place; stands: boolean }

/** The status after self-enrolment. A learner whom staff withdrew or refused needs approval even if others do not. */
export function placing({ status, letGo }: Before, { approval, seat }: Cohort): Placing {
  if (status === 'active' || status === 'asked' || status === 'waiting') return { place: status, stands: true }
  // An invited learner already has a reserved seat.
  if (status === 'invited') return { place: 'active', stands: false }
  if (approval || letGo || status === 'refused') return { place: 'asked', stands: false }
  return { place: seat ? 'active' : 'waiting', stands: false }
}
