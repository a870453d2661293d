import { REFERRAL_ROLES, type ReferralRole, type Region } from './referral'

export type ReferralFilters = { region?: string; role?: ReferralRole }

/** Reads the filters from the query string. Unknown values are ignored. */
export function readReferralFilters(
  query: Pick<URLSearchParams, 'get'>,
  regions: Readonly<Record<string, Region>>,
): ReferralFilters {
  const region = query.get('region')
  const role = REFERRAL_ROLES.find((candidate) => candidate === query.get('role'))
  return { ...(region !== null && Object.hasOwn(regions, region) && { region }), ...(role && { role }) }
}

/** An entry of the library, or a contact that an institution has proposed. */
type Listed = { region: string | null; roles: readonly ReferralRole[]; inCourts?: boolean | undefined }
type Grouped<Entry> = {
  /** By their ISO number. */
  regions: { region: string; entries: Entry[] }[]
  courts: Entry[]
  national: Entry[]
}

/**
 * The entries from the nearest to the farthest. A region also shows the entries of the courts and of the whole country,
 * since they act there too.
 */
export function filterReferral<Entry extends Listed>(
  entries: readonly Entry[],
  { region, role }: ReferralFilters,
): Grouped<Entry> {
  const played = entries.filter(({ roles }) => role === undefined || roles.includes(role))
  const there = played.filter((entry) => entry.region !== null && (region === undefined || entry.region === region))
  const regions = [...new Set(there.flatMap((entry) => entry.region ?? []))].toSorted()
  const everywhere = played.filter((entry) => entry.region === null)
  return {
    regions: regions.map((id) => ({ region: id, entries: there.filter((entry) => entry.region === id) })),
    courts: everywhere.filter(({ inCourts }) => inCourts),
    national: everywhere.filter(({ inCourts }) => !inCourts),
  }
}

export function countReferral({ regions, courts, national }: Grouped<unknown>): number {
  return regions.reduce((sum, { entries }) => sum + entries.length, 0) + courts.length + national.length
}

/** How many entries of its own each region has for a role, and how many entries each role has in a region. */
export function referralChoices(
  entries: readonly Listed[],
  regions: Readonly<Record<string, Region>>,
  filters: ReferralFilters,
) {
  const { region, role } = filters
  const inRole = entries.filter(({ roles }) => role === undefined || roles.includes(role))
  const shownFor = (chosen: ReferralFilters) => countReferral(filterReferral(entries, chosen))
  return {
    regions: Object.values(regions)
      .toSorted((a, b) => a.id.localeCompare(b.id))
      .map((each) => ({ region: each, count: inRole.filter((entry) => entry.region === each.id).length })),
    all: shownFor({ ...(region && { region }) }),
    roles: REFERRAL_ROLES.map((value) => ({
      value,
      count: shownFor({ ...(region && { region }), role: value }),
    })).filter(({ count }) => count > 0),
  }
}
