import type { ReferralEntry } from '../../library/referral'
import type { PlanActor } from './pathway'

/** Something of a region that may be turned to: an entry of the library, or what an institution had accepted. */
export type RegionalContact = { id: string; region: string | null; roles: readonly string[] }

/**
 * Who is known for an actor in a region. Null if the actor is none that one looks up; empty if nothing is known, so that
 * the plan leaves a place to fill in.
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
  // Whoever is looked up by region is known only there: the country's entry says what they do, not where they are.
  return roles.length > 0 ? there : named
}

/** The document that says that a region has a protocol, and that its text is not public. */
const UNPUBLISHED = 'doc-regional-protocols'

/** True of a region whose protocol exists, while its text is not public. */
export function hasUnpublishedProtocol(
  region: string,
  entries: readonly Pick<ReferralEntry, 'region' | 'cites'>[],
): boolean {
  return entries.some((entry) => entry.region === region && entry.cites.includes(UNPUBLISHED))
}
