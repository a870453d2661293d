import { expect, it } from 'vitest'
import { CLOSED, type EntryWay, opensByCode, opensTo } from './entry'

it.each<[EntryWay, boolean, boolean]>([
  ['closed', false, false],
  ['code', true, false],
  ['domain', false, true],
  ['both', true, true],
])('%s: opens by code %s, by address %s', (way, code, address) => {
  const entry = { ...CLOSED, way, domains: ['cour.example'] }
  expect([opensByCode(entry), opensTo(entry, 'a@cour.example')]).toEqual([code, address])
})

it('does not open to a subdomain or to a similar domain', () => {
  const entry = { ...CLOSED, way: 'domain', domains: ['cour.example'] } as const
  for (const email of ['a@sub.cour.example', 'a@autrecour.example', 'a@cour.example.ma', 'cour.example@other.example'])
    expect(opensTo(entry, email), email).toBe(false)
})
