import { describe, expect, it } from 'vitest'
import { localized } from '@/tests/support/course-factories'
import { countReferral, filterReferral, readReferralFilters, referralChoices } from './filter-referral'
import type { ReferralEntry } from './referral'

function contact(id: string, region: string | null, roles: ReferralEntry['roles']): ReferralEntry {
  return {
    id,
    name: localized(id),
    region,
    roles,
    does: localized('does'),
    cites: [],
    source: localized('source'),
    statedOn: '2024',
    verifiedOn: null,
    confidence: 'high',
    lawDate: '2025-12-08',
  }
}

const entries = [
  contact('marrakech', '07', ['legal-aid']),
  contact('tangier', '01', ['shelter']),
  contact('line', null, ['hotline', 'coordination']),
  { ...contact('prosecutor', null, ['justice']), inCourts: true },
]
const region = (id: string) => ({ id, name: localized(`region ${id}`), short: localized(id) })
const regions = { '07': region('07'), '01': region('01'), '02': region('02') }
const ids = (filters: Parameters<typeof filterReferral>[1]) => {
  const grouped = filterReferral(entries, filters)
  return [
    grouped.regions.flatMap((group) => group.entries.map(({ id }) => id)),
    grouped.courts.map(({ id }) => id),
    grouped.national.map(({ id }) => id),
  ]
}

describe('the directory', () => {
  it('lists regions in their order, then the courts, then the whole country', () => {
    expect(ids({})).toEqual([['tangier', 'marrakech'], ['prosecutor'], ['line']])
    expect(countReferral(filterReferral(entries, {}))).toBe(4)
  })

  it('keeps the courts and the whole country for a region', () => {
    expect(ids({ region: '07' })).toEqual([['marrakech'], ['prosecutor'], ['line']])
  })

  it('filters all of them by role', () => {
    expect(ids({ role: 'coordination' })).toEqual([[], [], ['line']])
    expect(ids({ region: '01', role: 'shelter' })).toEqual([['tangier'], [], []])
  })
})

describe('the choices', () => {
  it('count the entries of each region for the role, also where there are none', () => {
    const counted = referralChoices(entries, regions, { role: 'shelter' }).regions

    expect(counted.map(({ region: { id }, count }) => [id, count])).toEqual([
      ['01', 1],
      ['02', 0],
      ['07', 0],
    ])
  })

  it('count for each role what choosing it shows, and leave out what shows nothing', () => {
    const { all, roles } = referralChoices(entries, regions, { region: '07' })

    expect(all).toBe(3)
    expect(roles.map(({ value }) => value)).toEqual(['hotline', 'coordination', 'justice', 'legal-aid'])
    for (const { value, count } of roles) {
      expect(countReferral(filterReferral(entries, { region: '07', role: value }))).toBe(count)
    }
  })
})

it.each([
  ['region=01&role=shelter', { region: '01', role: 'shelter' }],
  ['region=99&role=king', {}],
  ['region=constructor', {}],
  ['', {}],
])('reads %s', (address, filters) => {
  expect(readReferralFilters(new URLSearchParams(address), regions)).toEqual(filters)
})
