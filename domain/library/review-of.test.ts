import { expect, it } from 'vitest'
import { entrySign, ledger } from '@/tests/support/library-factories'
import { reviewsIn } from '../course/checks/reviews-in'
import { entrySignoffSchema } from '../signoff/entry-signoff'
import { reviewedOn } from '../signoff/reviewed'
import { reviewOf } from './review-of'

const reviews = reviewsIn([
  ledger({ kind: 'term', hashes: { victim: { ar: 'x', fr: 'x', en: 'x' } } }),
  ledger({ value: [entrySign(), entrySign({ entry: 'begging', date: '2027-01-01' })] }),
])

it('finds the sign-offs of an entry and no other', () => {
  expect(reviewedOn(reviewOf({ reviews }, 'indicator', 'general'), 'legal', 'ar')).toBe('2026-06-02')
  expect(reviewedOn(reviewOf({ reviews }, 'indicator', 'general'), 'legal', 'fr')).toBeNull()
})

it.each([
  ['an entry without a sign-off', 'term', 'victim'],
  ['an entry of another kind', 'decision', 'general'],
  ['an entry that is not there', 'indicator', 'ghost'],
  ['a name of every object', 'indicator', 'constructor'],
] as const)('has nothing signed of %s', (_, kind, id) => {
  expect(reviewedOn(reviewOf({ reviews }, kind, id), 'legal', 'ar')).toBeNull()
})

it.each([
  ['a role that is none', { ...entrySign(), role: 'judge' }],
  ['a language that is none', { ...entrySign(), language: 'es' }],
  ['a sign-off that names no entry', { ...entrySign(), entry: undefined }],
  ['a day that is none', { ...entrySign(), date: 'soon' }],
])('refuses %s', (_, sign) => {
  expect(entrySignoffSchema.safeParse([entrySign()]).success).toBe(true)
  expect(entrySignoffSchema.safeParse([sign]).success).toBe(false)
})
