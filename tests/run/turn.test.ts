import { expect, it } from 'vitest'
import { budget, nameTurn } from './turn'

it('repeats a crash fewer times in a turn than in a full run', () => {
  expect([budget(30, 200, 4), budget(30, 200, 'all')]).toEqual([30, 200])
})

it('names the turn as it is counted, from one', () => {
  expect([nameTurn(0), nameTurn(5), nameTurn('all')]).toEqual([
    'rotation 1 of 6',
    'rotation 6 of 6',
    'all turns of the rotation',
  ])
})
