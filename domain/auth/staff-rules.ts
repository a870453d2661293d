import type { InstitutionKind } from '../institution/institution'
import { type InstitutionRole, type PlatformRole, STAFF_ROLES } from '../institution/role'
import type { Decision, Person } from './actor'
import { NO_STANDING, type Standing } from './roles-held'

type Test = (standing: Standing) => boolean

/** True if the person holds one of these roles in the institution. */
export const inInstitution =
  (institutionId: string | null, ...roles: readonly InstitutionRole[]): Test =>
  ({ institutions }) =>
    institutions.some((held) => held.institutionId === institutionId && roles.includes(held.role))

/** True if the person holds one of these roles, or any role if none is given, in an institution of this kind. */
export const inKind =
  (kind: InstitutionKind, ...roles: readonly InstitutionRole[]): Test =>
  ({ institutions }) =>
    institutions.some((held) => held.kind === kind && (roles.length === 0 || roles.includes(held.role)))

export const onPlatform =
  (...roles: readonly PlatformRole[]): Test =>
  ({ platform }) =>
    platform.some((role) => roles.includes(role))

/**
 * True if the person administers something or may read the country's figures: the pages of institutions are for her.
 */
export function isStaff({ platform, institutions }: Standing): boolean {
  return [...platform, ...institutions.map(({ role }) => role)].some((role) => STAFF_ROLES.includes(role))
}

type Ways = {
  /** Roles for which the password is enough. */
  plain?: Test
  /** Roles that require the second factor. */
  guarded?: Test
  /** The code must have been given within the last minutes. */
  fresh?: boolean
}

/** Of several roles the easiest one counts. The second factor is asked for only if it would allow the act. */
export function byRole(person: Person, { plain, guarded, fresh = false }: Ways): Decision {
  const standing = person.standing ?? NO_STANDING
  if (!person.confirmed) return 'unconfirmed'
  if (plain?.(standing)) return 'allowed'
  if (!guarded?.(standing)) return 'forbidden'
  if (standing.proof === 'none') return 'second-factor-missing'
  if (standing.proof === 'waiting' || (fresh && standing.proof !== 'fresh')) return 'second-factor-required'
  return 'allowed'
}
