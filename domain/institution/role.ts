import type { InstitutionKind } from './institution'

/** In an institution. Each has its label in i18n/messages/*.json under `roles`. */
export const INSTITUTION_ROLES = ['learner', 'tutor', 'administrator', 'commission-member'] as const
/** On the platform as a whole. */
export const PLATFORM_ROLES = ['platform-administrator', 'support'] as const
export const ROLES = [...INSTITUTION_ROLES, ...PLATFORM_ROLES] as const
export type InstitutionRole = (typeof INSTITUTION_ROLES)[number]
export type PlatformRole = (typeof PLATFORM_ROLES)[number]
export type Role = (typeof ROLES)[number]

/** A platform role belongs to no institution, every other one to one. */
export function isPlatformRole(role: Role): role is PlatformRole {
  return PLATFORM_ROLES.some((platform) => platform === role)
}

/** What a person can be in an institution of a kind: members of the commission are only in the commission. */
export function rolesIn(kind: InstitutionKind): InstitutionRole[] {
  return INSTITUTION_ROLES.filter((role) => role !== 'commission-member' || kind === 'commission')
}

/** Whoever holds one of these has something to run, or the country's figures to read. */
export const STAFF_ROLES: readonly Role[] = ROLES.filter((role) => role !== 'learner')

/** These act on other people's affairs: a password alone does not open them. */
export const GUARDED_ROLES: readonly Role[] = ['administrator', 'platform-administrator', 'support']
