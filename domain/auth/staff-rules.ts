import type { Scope } from '../signoff/scope'
import type { Decision, Person } from './actor'
import type { InstitutionKind } from './institution-kind'
import { DESK_ROLES, type InstitutionRole, type PlatformRole } from './role'
import { NO_ROLES, type RolesHeld } from './roles-held'

type Test = (roles: RolesHeld) => boolean

/** True if the person holds one of these roles in the institution. */
export const inInstitution =
  (institutionId: string | null, ...roles: readonly InstitutionRole[]): Test =>
  ({ institutions }) =>
    institutions.some((held) => held.institutionId === institutionId && roles.includes(held.role))

/** True if the person holds one of these roles in any institution. */
export const inAny =
  (...roles: readonly InstitutionRole[]): Test =>
  ({ institutions }) =>
    institutions.some(({ role }) => roles.includes(role))

/** True if the person holds one of these roles, or any role if none is given, in an institution of this kind. */
export const inKind =
  (kind: InstitutionKind, ...roles: readonly InstitutionRole[]): Test =>
  ({ institutions }) =>
    institutions.some((held) => held.kind === kind && (roles.length === 0 || roles.includes(held.role)))

export const onPlatform =
  (...roles: readonly PlatformRole[]): Test =>
  ({ platform }) =>
    platform.some((role) => roles.includes(role))

/** True if the person is a reviewer whose scope allows it. */
export const reviews =
  (allows: (scope: Scope) => boolean): Test =>
  ({ platform, reviewer }) =>
    platform.includes('reviewer') && Boolean(reviewer && allows(reviewer.scope))

/**
 * True if the person administers something or may read the country's figures: the work page and the pages of
 * institutions are for her.
 */
export function hasDesk({ platform, institutions }: RolesHeld): boolean {
  return [...platform, ...institutions.map(({ role }) => role)].some((role) => DESK_ROLES.includes(role))
}

type Allowed = {
  /** Roles for which the password is enough. */
  plain?: Test
  /** Roles that require the second factor. */
  guarded?: Test
  /** The code must have been given within the last minutes. */
  fresh?: boolean
}

/**
 * If the person has several roles, the one with the fewest conditions applies. A second factor is required only if the
 * act would then be allowed.
 */
export function byRole(person: Person, { plain, guarded, fresh = false }: Allowed): Decision {
  const roles = person.roles ?? NO_ROLES
  if (!person.confirmed) return 'unconfirmed'
  if (plain?.(roles)) return 'allowed'
  if (!guarded?.(roles)) return 'forbidden'
  if (roles.proof === 'none') return 'second-factor-missing'
  if (roles.proof === 'waiting' || (fresh && roles.proof !== 'fresh')) return 'second-factor-required'
  return 'allowed'
}

/** For the administrators of an institution alone. */
export function asAdministrator(person: Person, institutionId: string, fresh = false): Decision {
  return byRole(person, { guarded: inInstitution(institutionId, 'administrator'), fresh })
}

/** For the administrators of an institution, and those of the platform. */
export function asAdministratorOrPlatform(person: Person, institutionId: string | null, fresh = false): Decision {
  const guarded: Test = (held) =>
    onPlatform('platform-administrator')(held) || inInstitution(institutionId, 'administrator')(held)
  return byRole(person, { guarded, fresh })
}
