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

/** Where she comes to stand; null: she stays where she is. Whom somebody let go needs a yes again, whatever the cohort asks. */
export function placing({ status, letGo }: Before, { approval, seat }: Cohort): Place | null {
  if (status === 'active' || status === 'asked' || status === 'waiting') return null
  // Her seat is kept for her.
  if (status === 'invited') return 'active'
  if (approval || letGo || status === 'refused') return 'asked'
  return seat ? 'active' : 'waiting'
}
