import type { MemberStatus } from '../membership'

/** Where somebody stands in the cohort she comes into by herself; `none` who never was on its list. */
export type Before = {
  status: MemberStatus | 'none'
  /** Somebody else took her out or turned her away, and nobody has taken her in since. */
  letGo: boolean
}
type Cohort = {
  approval: boolean
  /** A seat is free, and nobody waits for it. */
  seat: boolean
}
export type Place = 'active' | 'asked' | 'waiting'
/** `stands`: she is there already, and nothing moves. */
export type Placing = { place: Place; stands: boolean }

/** Where she comes to stand. Whom somebody let go needs a yes again, whatever the cohort asks. */
export function placing({ status, letGo }: Before, { approval, seat }: Cohort): Placing {
  if (status === 'active' || status === 'asked' || status === 'waiting') return { place: status, stands: true }
  // Her seat is kept for her.
  if (status === 'invited') return { place: 'active', stands: false }
  if (approval || letGo || status === 'refused') return { place: 'asked', stands: false }
  return { place: seat ? 'active' : 'waiting', stands: false }
}
