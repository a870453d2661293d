import { REFERRAL_ROLES, type ReferralEntry, type Region } from './referral'

export type ReferralRole = (typeof REFERRAL_ROLES)[number]
export type ReferralFilters = { region?: string; role?: ReferralRole }

/** Reads the filters of an address. Unknown values are ignored. */
export function readReferralFilters(
  query: Pick<URLSearchParams, 'get'>,
  regions: Readonly<Record<string, Region>>,
): ReferralFilters {
  const region = query.get('region')
  const role = REFERRAL_ROLES.find((candidate) => candidate === query.get('role'))
  return { ...(region !== null && Object.hasOwn(regions, region) && { region }), ...(role && { role }) }
}

/** A region's entries include those of the whole country, since they act there too. */
export function filterReferral(
  entries: readonly ReferralEntry[],
  { region, role }: ReferralFilters,
): { regional: ReferralEntry[]; national: ReferralEntry[] } {
  const played = entries.filter(({ roles }) => role === undefined || roles.includes(role))
  return {
    regional: played
      .filter((entry) => entry.region !== null && (region === undefined || entry.region === region))
      .toSorted((a, b) => (a.region ?? '').localeCompare(b.region ?? '')),
    national: played.filter((entry) => entry.region === null),
  }
}
