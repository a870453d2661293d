import type { InstitutionKind } from './institution-kind'

/** Roles in an institution. Each has its label in i18n/messages/*.json under `roles`. */
export const INSTITUTION_ROLES = ['learner', 'tutor', 'administrator', 'commission-member'] as const
/** Roles on the platform as a whole. */
export const PLATFORM_ROLES = ['platform-administrator', 'support', 'reviewer'] as const
export const ROLES = [...INSTITUTION_ROLES, ...PLATFORM_ROLES] as const
export type InstitutionRole = (typeof INSTITUTION_ROLES)[number]
export type PlatformRole = (typeof PLATFORM_ROLES)[number]
export type Role = (typeof ROLES)[number]

/** A platform role belongs to no institution, every other role to one. */
export function isPlatformRole(role: Role): role is PlatformRole {
  return PLATFORM_ROLES.some((platform) => platform === role)
}

/** The roles possible in an institution of a kind: only the commission has commission members. */
export function rolesIn(kind: InstitutionKind): InstitutionRole[] {
  return INSTITUTION_ROLES.filter((role) => role !== 'commission-member' || kind === 'commission')
}

/** Whoever holds a role other than learner belongs to the staff. */
export const STAFF_ROLES: readonly Role[] = ROLES.filter((role) => role !== 'learner')

/** The holders of these roles have something to administer, or may read the country's figures: they have a work page. */
export const DESK_ROLES: readonly Role[] = STAFF_ROLES.filter((role) => role !== 'reviewer')

/** These roles act on other people's data, or sign what everybody reads: a password alone is not enough. */
export const GUARDED_ROLES: readonly Role[] = ['administrator', 'platform-administrator', 'support', 'reviewer']
