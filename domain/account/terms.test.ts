import { expect, it } from 'vitest'
import { endOfTerm, expiredBefore } from './terms'

const NOW = new Date('2026-11-27T10:00:00Z')

it.each([
  [{ count: 24, unit: 'hours' }, '2026-11-26T10:00:00.000Z'],
  [{ count: 30, unit: 'days' }, '2026-10-28T10:00:00.000Z'],
  [{ count: 3, unit: 'years' }, '2023-11-27T10:00:00.000Z'],
] as const)('finds the start of a term of %j that ends now, and the end of the term from its start', (term, began) => {
  expect(expiredBefore(term, NOW).toISOString()).toBe(began)
  expect(endOfTerm(term, new Date(began))).toEqual(NOW)
})
