import type { Scope } from '../signoff/scope'
import type { InstitutionKind } from './institution-kind'
import { GUARDED_ROLES, type InstitutionRole, type PlatformRole } from './role'

/**
 * How strongly a person has proved her identity: no authenticator, an authenticator that this browser has not used, a
 * code given at some time, or a code given within {@link FRESH_MINUTES}.
 */
export type Proof = 'none' | 'waiting' | 'passed' | 'fresh'

/** The roles of a person, and how strongly she has proved her identity. */
export type RolesHeld = {
  platform: readonly PlatformRole[]
  institutions: readonly { institutionId: string; kind: InstitutionKind; role: InstitutionRole }[]
  proof: Proof
  /** What a reviewer may read and sign; absent for everybody else. */
  reviewer?: Reviewing | null
  /** A code was given within {@link SIGNING_MINUTES}. */
  signing?: boolean
}
/** `signer`: her pseudonym in what she signs and writes. */
export type Reviewing = { scope: Scope; signer: string }

export const NO_ROLES: RolesHeld = { platform: [], institutions: [], proof: 'none' }

/** True if the person holds a role that requires the second factor. */
export function needsSecondFactor({ platform, institutions }: Pick<RolesHeld, 'platform' | 'institutions'>): boolean {
  return [...platform, ...institutions.map(({ role }) => role)].some((role) => GUARDED_ROLES.includes(role))
}

/** How long a code counts for acts that ask for it again: revoking, deleting, exporting. */
export const FRESH_MINUTES = 10
/** How long one code lets a reviewer sign texts, which she reads one after the other. */
const SIGNING_MINUTES = 15

/** @param provedAt when a code was last given in this browser. */
export function proofOf(factor: { enabled: boolean; provedAt: Date | null }, now: Date): Proof {
  if (!factor.enabled) return 'none'
  if (!factor.provedAt) return 'waiting'
  return now.getTime() - factor.provedAt.getTime() < FRESH_MINUTES * 60_000 ? 'fresh' : 'passed'
}

/** True if the last code still lets her sign. */
export function isSigning(factor: { enabled: boolean; provedAt: Date | null }, now: Date): boolean {
  if (!factor.enabled || !factor.provedAt) return false
  return now.getTime() - factor.provedAt.getTime() < SIGNING_MINUTES * 60_000
}
