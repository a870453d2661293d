import { expect, it } from 'vitest'
import { matching, ordering, singleChoice } from '@/tests/support/course-factories'
import { idShares, positionShares } from './shares'

const figures = (shares: ReturnType<typeof positionShares>) => shares.map(({ count, even }) => [count, even])

it('counts positions of the right option against an even share', () => {
  const keys = [...'aab'].map((key) => singleChoice({ correct: [key] }))

  expect(figures(positionShares(keys))).toEqual([
    [2, 1],
    [1, 1],
    [0, 1],
  ])
  expect(positionShares(keys)[0]?.fault).toBe(
    'the right option stands 2 times in place 1, an even share is 1: reorder some options',
  )
})

it('counts what a key gives first, then what it gives last', () => {
  const keys = [
    ['c', 'a', 'b'],
    ['c', 'b', 'a'],
    ['a', 'b', 'c'],
  ].map((correct) => ({ ...ordering(), correct }))
  const shares = idShares(keys, ({ correct }) => correct)

  expect(figures(shares)).toEqual([
    [1, 1],
    [0, 1],
    [2, 1],
    [1, 1],
    [1, 1],
    [1, 1],
  ])
  expect(shares[2]?.fault).toBe(
    'c is the first of a ordering key 2 times, an even share is 1: give some options other ids',
  )
  expect(idShares([matching()], () => []).every(({ count }) => count === 0)).toBe(true)
  expect(idShares([], () => [])).toEqual([])
})
