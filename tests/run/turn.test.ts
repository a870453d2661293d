import { expect, it } from 'vitest'
import { budget, nameTurn, shareOf, TURNS } from './turn'

it('shares items among the turns, so that each has its turn within as many commits as there are shares', () => {
  const items = Array.from({ length: 20 }, (_, n) => n)
  for (let first = 0; first < TURNS; first++) {
    const seen = [0, 1, 2].flatMap((n) => shareOf(items, 3, (first + n) % TURNS))
    expect(seen.toSorted((a, b) => a - b)).toEqual(items)
  }
  expect(shareOf(items, 3, 'all')).toEqual(items)
})

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
