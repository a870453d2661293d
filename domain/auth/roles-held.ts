import type { InstitutionKind } from '../institution/institution'
import { GUARDED_ROLES, type InstitutionRole, type PlatformRole } from '../institution/role'

/**
 * How surely a person has shown who she is: no authenticator, one that has not been asked in this browser, asked at some
 * time, or asked within {@link FRESH_MINUTES}.
 */
export type Proof = 'none' | 'waiting' | 'passed' | 'fresh'

/** What a person is beyond her own affairs. */
export type Standing = {
  platform: readonly PlatformRole[]
  institutions: readonly { institutionId: string; kind: InstitutionKind; role: InstitutionRole }[]
  proof: Proof
}

export const NO_STANDING: Standing = { platform: [], institutions: [], proof: 'none' }

/** Holds a role that a password alone does not open: she cannot do without her second factor. */
export function needsSecondFactor({ platform, institutions }: Pick<Standing, 'platform' | 'institutions'>): boolean {
  return [...platform, ...institutions.map(({ role }) => role)].some((role) => GUARDED_ROLES.includes(role))
}

/** How long a code counts for what is asked about again: to revoke, delete or export. */
export const FRESH_MINUTES = 10

/** @param provedAt when this browser last gave a code. */
export function proofOf(factor: { enabled: boolean; provedAt: Date | null }, now: Date): Proof {
  if (!factor.enabled) return 'none'
  if (!factor.provedAt) return 'waiting'
  return now.getTime() - factor.provedAt.getTime() < FRESH_MINUTES * 60_000 ? 'fresh' : 'passed'
}
