import { expect, it } from 'vitest'
import { canTransition, hasSeat, MEMBER_STATUSES, SEATED } from './membership'

it('has no move from a status to itself', () => {
  expect(MEMBER_STATUSES.filter((status) => canTransition(status, status))).toEqual([])
})

it('has a way back from every status that ends a place', () => {
  for (const status of ['refused', 'withdrawn', 'transferred'] as const) {
    expect(MEMBER_STATUSES.some((to) => canTransition(status, to) && SEATED.includes(to))).toBe(true)
  }
})

it.each([
  ['invited', 'active', true],
  ['asked', 'active', true],
  ['refused', 'active', false],
  ['active', 'asked', false],
  ['active', 'withdrawn', true],
] as const)('from %s to %s: %s', (from, to, allowed) => {
  expect(canTransition(from, to)).toBe(allowed)
})

it('knows if a seat is free, and sets no limit without a number of seats', () => {
  expect(hasSeat(60, 59)).toBe(true)
  expect(hasSeat(60, 60)).toBe(false)
  expect(hasSeat(null, 5000)).toBe(true)
})
