import type { Sent } from './send-waiting'
import type { Waiting } from './waiting-acts'

/** Why something still waits after everything was sent that could be. `other`: it was done by another person. */
export function stateOf(owner: string, act: Waiting, { state, signedIn }: Sent): string {
  if (act.outcome) return act.outcome
  if (signedIn !== null && signedIn !== owner) return 'other'
  return state === 'sent' ? 'no-network' : state
}
