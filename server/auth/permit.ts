import 'server-only'
import { type Actor, decide, needsStanding, type Permission, type Person, type Targets } from '@/domain/auth/policy'
import { AppError } from '@/domain/errors'
import { currentActor, currentStaff } from './session'

declare const checked: unique symbol

/** What somebody may do without an account. */
type ForOthers =
  | `certificate:${'read' | 'revoke' | 'supersede'}`
  | 'account:disable'
  | 'account:enable'
  | 'account:second-factor-off'
  | 'course:admit'
  | 'course:read'
  | 'platform:found'

/** Proof that `actor` may do `P` to `target`. Only `requirePermission` makes one. */
export type Permit<P extends Permission> = {
  readonly [checked]: P
  readonly actor: P extends ForOthers ? Actor : Person
  readonly target: Targets[P]
}

/** @throws {AppError} sign-in-required, unconfirmed, forbidden, second-factor-missing, second-factor-required */
export async function requirePermission<P extends Permission>(permission: P, target: Targets[P]): Promise<Permit<P>> {
  const actor = needsStanding(permission) ? await currentStaff() : await currentActor()
  return permitFor(actor, permission, target)
}

/** The same for an actor already known: from a permit of the same request, and the door of tests and scripts. */
export function permitFor<P extends Permission>(actor: Actor, permission: P, target: Targets[P]): Permit<P> {
  const decision = decide(actor, permission, target)
  if (decision !== 'allowed') throw new AppError(decision, `${permission} refused`)
  return { actor, target } as Permit<P>
}
