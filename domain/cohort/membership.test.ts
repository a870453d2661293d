import { expect, it } from 'vitest'
import { canTransition, hasSeat, MEMBER_STATUSES, SEATED } from './membership'

it('lets nobody stay where she is by moving', () => {
  expect(MEMBER_STATUSES.filter((status) => canTransition(status, status))).toEqual([])
})

it('leaves a way back from everywhere', () => {
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

it('counts seats, and none where there is no limit', () => {
  expect(hasSeat(60, 59)).toBe(true)
  expect(hasSeat(60, 60)).toBe(false)
  expect(hasSeat(null, 5000)).toBe(true)
})
