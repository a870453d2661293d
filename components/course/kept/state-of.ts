import type { Sent } from './send-waiting'
import type { Waiting } from './waiting-acts'

/** Why an act still waits after everything that could be sent was sent. `other`: it is the act of another person. */
export function stateOf(owner: string, act: Waiting, { state, signedIn }: Sent): string {
  if (act.outcome) return act.outcome
  if (signedIn !== null && signedIn !== owner) return 'other'
  return state === 'sent' ? 'no-network' : state
}
