import { describe, expect, it } from 'vitest'
import { localized } from '@/tests/support/course-factories'
import { filterReferral, readReferralFilters } from './filter-referral'
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
]
const regions = { '01': { id: '01', name: localized('r1') }, '07': { id: '07', name: localized('r7') } }
const ids = (filters: Parameters<typeof filterReferral>[1]) => {
  const { regional, national } = filterReferral(entries, filters)
  return [regional.map(({ id }) => id), national.map(({ id }) => id)]
}

describe('the directory', () => {
  it('lists regions in their order, and the whole country', () => {
    expect(ids({})).toEqual([['tangier', 'marrakech'], ['line']])
  })

  it('keeps the whole country for a region', () => {
    expect(ids({ region: '07' })).toEqual([['marrakech'], ['line']])
  })

  it('narrows both by role', () => {
    expect(ids({ role: 'coordination' })).toEqual([[], ['line']])
    expect(ids({ region: '01', role: 'shelter' })).toEqual([['tangier'], []])
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
