import type { InstitutionKind } from '../institution/institution'
import { type InstitutionRole, type PlatformRole, STAFF_ROLES } from '../institution/role'
import type { Decision, Person } from './actor'
import { NO_STANDING, type Standing } from './roles-held'

type Test = (standing: Standing) => boolean

/** Holds one of these roles in the institution. */
export const inInstitution =
  (institutionId: string | null, ...roles: readonly InstitutionRole[]): Test =>
  ({ institutions }) =>
    institutions.some((held) => held.institutionId === institutionId && roles.includes(held.role))

/** Holds one of these roles, or without any named any role, in an institution of this kind. */
export const inKind =
  (kind: InstitutionKind, ...roles: readonly InstitutionRole[]): Test =>
  ({ institutions }) =>
    institutions.some((held) => held.kind === kind && (roles.length === 0 || roles.includes(held.role)))

export const onPlatform =
  (...roles: readonly PlatformRole[]): Test =>
  ({ platform }) =>
    platform.some((role) => roles.includes(role))

/** Has something to run, or the country's figures to read: the pages of institutions are for her. */
export function isStaff({ platform, institutions }: Standing): boolean {
  return [...platform, ...institutions.map(({ role }) => role)].some((role) => STAFF_ROLES.includes(role))
}

type Ways = {
  /** Roles that the password opens. */
  plain?: Test
  /** Roles that need the second factor. */
  guarded?: Test
  /** The code must have been given within the last minutes. */
  fresh?: boolean
}

/** Who holds several roles passes by the easiest; a second factor is asked for only where it would open the door. */
export function byRole(person: Person, { plain, guarded, fresh = false }: Ways): Decision {
  const standing = person.standing ?? NO_STANDING
  if (!person.confirmed) return 'unconfirmed'
  if (plain?.(standing)) return 'allowed'
  if (!guarded?.(standing)) return 'forbidden'
  if (standing.proof === 'none') return 'second-factor-missing'
  if (standing.proof === 'waiting' || (fresh && standing.proof !== 'fresh')) return 'second-factor-required'
  return 'allowed'
}
