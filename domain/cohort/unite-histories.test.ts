import { expect, it } from 'vitest'
import type { MemberStatus } from './membership'
import { isBetter, uniteHistories } from './unite-histories'

let id = 0n
const on = (day: number, place: string, to: MemberStatus) => {
  id += 1n
  return { id, place, at: new Date(Date.UTC(2026, 0, day)), to }
}
const historyOf = (moves: Parameters<typeof uniteHistories>[0]) =>
  uniteHistories(moves).map(({ from, to }) => [from, to])

it('does not let a later invitation end an active place', () => {
  expect(historyOf([on(1, 'a', 'invited'), on(2, 'a', 'active'), on(9, 'b', 'invited')])).toEqual([
    [null, 'invited'],
    ['invited', 'active'],
  ])
})

it('goes on with the other place when one is left', () => {
  const moves = [on(1, 'a', 'active'), on(3, 'b', 'invited'), on(5, 'a', 'withdrawn'), on(8, 'b', 'active')]
  expect(historyOf(moves.toReversed())).toEqual([
    [null, 'active'],
    ['active', 'invited'],
    ['invited', 'active'],
  ])
})

it('keeps the id of each move that counts', () => {
  const [first, second] = [on(1, 'a', 'asked'), on(2, 'b', 'active')]
  expect(uniteHistories([first, second])).toEqual([
    { id: first.id, from: null, to: 'asked' },
    { id: second.id, from: 'asked', to: 'active' },
  ])
})

it('holds a place that is active above all others', () => {
  for (const status of ['invited', 'waiting', 'asked', 'transferred', 'withdrawn', 'refused'] as const) {
    expect(isBetter('active', status)).toBe(true)
    expect(isBetter(status, 'active')).toBe(false)
  }
})
