import 'server-only'
import { type Actor, decide, needsRoles, type Permission, type Person, type Targets } from '@/domain/auth/policy'
import { AppError } from '@/domain/errors'
import type { Caller } from './caller'

declare const checked: unique symbol

/** A permission that needs no account. */
type ForOthers =
  | `certificate:${'read' | 'revoke' | 'supersede'}`
  | 'account:disable'
  | 'account:enable'
  | 'account:second-factor-off'
  | 'account:confirm-again'
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
export async function requirePermission<P extends Permission>(
  caller: Caller,
  permission: P,
  target: Targets[P],
): Promise<Permit<P>> {
  const actor = needsRoles(permission) ? await caller.staff() : await caller.actor()
  return permitFor(actor, permission, target)
}

/** The permit to read one's own account. @throws {AppError} sign-in-required */
export async function permitToReadAccount(caller: Caller): Promise<Permit<'account:read'>> {
  const actor = await requirePerson(caller)
  return permitFor(actor, 'account:read', { accountId: actor.accountId })
}

/**
 * The permit to change one's own account. No address and no form can name another account. @throws {AppError}
 * sign-in-required
 */
export async function permitToChangeAccount(caller: Caller): Promise<Permit<'account:change'>> {
  const actor = await requirePerson(caller)
  return permitFor(actor, 'account:change', { accountId: actor.accountId })
}

/**
 * The permit to unite another account of one's own with this one. @throws {AppError} sign-in-required, unconfirmed,
 * second-factor-required
 */
export async function permitToMerge(caller: Caller): Promise<Permit<'account:merge'>> {
  const { accountId } = await requirePerson(caller)
  return requirePermission(caller, 'account:merge', { accountId })
}

/** The permit to one's own notes. @throws {AppError} sign-in-required */
export async function permitToKeepNotes(caller: Caller): Promise<Permit<'note:keep'>> {
  const actor = await requirePerson(caller)
  return permitFor(actor, 'note:keep', { accountId: actor.accountId })
}

/** The permit to one's own questions to tutors. @throws {AppError} sign-in-required */
export async function permitToAsk(caller: Caller): Promise<Permit<'thread:write'>> {
  const actor = await requirePerson(caller)
  return permitFor(actor, 'thread:write', { accountId: actor.accountId })
}

async function requirePerson(caller: Caller): Promise<Person> {
  const actor = await caller.actor()
  if (actor.kind !== 'person') throw new AppError('sign-in-required', 'own account')
  return actor
}

/** The same for an actor that is known already: from a permit of the same request, in tests and in scripts. */
export function permitFor<P extends Permission>(actor: Actor, permission: P, target: Targets[P]): Permit<P> {
  const decision = decide(actor, permission, target)
  if (decision !== 'allowed') throw new AppError(decision, `${permission} refused`)
  return { actor, target } as Permit<P>
}
