import { expect, it } from 'vitest'
import { LOCALES } from '@/domain/locale'
import { budget, inTurn, nameTurn, TURNS } from './turn'

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

it('gives every language its turn within three commits in a row, and all of them in a full run', () => {
  expect(inTurn(LOCALES, 'all')).toEqual(LOCALES)
  for (let first = 0; first < TURNS; first++) {
    const three = [first, first + 1, first + 2].flatMap((turn) => inTurn(LOCALES, turn % TURNS))
    expect(three.toSorted()).toEqual(LOCALES.toSorted())
  }
})
