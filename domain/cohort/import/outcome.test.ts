import { expect, it } from 'vitest'
import { canTransition, MEMBER_STATUSES, type MemberStatus } from '../membership'
import { isImported, type Outcome, outcomeOf } from './outcome'

it.each<[MemberStatus | null, Outcome, Outcome]>([
  [null, 'invited', 'waiting'],
  ['invited', 'in-already', 'in-already'],
  ['asked', 'asked-already', 'asked-already'],
  ['waiting', 'in-already', 'in-already'],
  ['active', 'in-already', 'in-already'],
  ['refused', 'invited', 'refused-before'],
  ['withdrawn', 'invited', 'waiting'],
  ['transferred', 'invited', 'waiting'],
])('somebody who is %s: with a seat %s, without one %s', (before, withSeat, without) => {
  expect([outcomeOf(before, true), outcomeOf(before, false)]).toEqual([withSeat, without])
})

it('makes no move that is not allowed', () => {
  for (const before of MEMBER_STATUSES)
    for (const seat of [true, false]) {
      const outcome = outcomeOf(before, seat)
      if (isImported(outcome)) expect(canTransition(before, outcome), `${before} to ${outcome}`).toBe(true)
    }
})
