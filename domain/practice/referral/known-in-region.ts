import type { PlanActor } from '../../library/pathway'
import type { ReferralEntry } from '../../library/referral'

/** A contact for a referral: an entry of the library, or an accepted proposal of an institution. */
export type RegionalContact = { id: string; region: string | null; roles: readonly string[] }

/**
 * The contacts known for an actor in a region. Null if this actor is never looked up; empty if none is known, so that
 * the plan leaves a blank to fill in.
 */
export function knownInRegion<C extends RegionalContact>(
  { entries, roles }: Pick<PlanActor, 'entries' | 'roles'>,
  region: string,
  contacts: readonly C[],
): C[] | null {
  if (entries.length + roles.length === 0) return null
  const named = contacts.filter(({ id }) => entries.includes(id))
  const there = contacts.filter(
    (contact) => contact.region === region && contact.roles.some((role) => roles.some((one) => one === role)),
  )
  // An actor with roles is looked up in the region alone: a national entry says what it does, not where it is.
  return roles.length > 0 ? there : named
}

/** The document that says that a region has a protocol, and that its text is not public. */
const UNPUBLISHED = 'doc-regional-protocols'

/** Whether the region has a protocol whose text is not public. */
export function hasUnpublishedProtocol(
  region: string,
  entries: readonly Pick<ReferralEntry, 'region' | 'cites'>[],
): boolean {
  return entries.some((entry) => entry.region === region && entry.cites.includes(UNPUBLISHED))
}
