import type { MemberStatus } from '../membership'

/** The learner's status in the cohort before she enrols herself; `none` if she was never on its list. */
export type PriorMembership = {
  status: MemberStatus | 'none'
  /** Staff withdrew or refused the learner, and nobody has admitted her since. */
  removedByStaff: boolean
}
type Cohort = {
  approval: boolean
  /** A seat is free, and the waitlist is empty. */
  seat: boolean
}
export type Place = 'active' | 'asked' | 'waiting'
/** `unchanged`: the learner already has this status, so nothing changes. */
export type SelfEnrolment = { place: Place; unchanged: boolean }

/** The status after self-enrolment. A learner whom staff withdrew or refused needs approval even if others do not. */
export function selfEnrol({ status, removedByStaff }: PriorMembership, { approval, seat }: Cohort): SelfEnrolment {
  if (status === 'active' || status === 'asked' || status === 'waiting') return { place: status, unchanged: true }
  // An invited learner already has a reserved seat.
  if (status === 'invited') return { place: 'active', unchanged: false }
  if (approval || removedByStaff || status === 'refused') return { place: 'asked', unchanged: false }
  return { place: seat ? 'active' : 'waiting', unchanged: false }
}
