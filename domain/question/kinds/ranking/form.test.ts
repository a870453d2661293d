import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyRanking } from '@/tests/support/question-arbitraries'
import type { Pairs } from '../kind'
import { moveValue } from '../move'
import { placesOf, rankingForm, staysPut } from './form'

type Shown = [id: string, place: string]
const press = (shown: readonly Shown[], move: string) =>
  rankingForm.read([
    ...shown.map(([id, place]): [string, string] => [`k.${id}`, place]),
    ['move', move] as [string, string],
  ])
const OPEN: Shown[] = [
  ['a', ''],
  ['b', ''],
  ['c', ''],
]
const TIED: Shown[] = [
  ['a', '1'],
  ['b', '2'],
  ['c', '2'],
]

describe('a button that moves a step', () => {
  it.each<[string, Shown[], string, Pairs]>([
    ['joins it to the one above', OPEN, moveValue('b', 'up'), { a: '1', b: '1', c: '2' }],
    ['joins it to the one below', OPEN, moveValue('b', 'down'), { a: '1', b: '2', c: '2' }],
    ['takes it before the others of its place', TIED, moveValue('c', 'up'), { a: '1', c: '2', b: '3' }],
    ['takes it behind the others of its place', TIED, moveValue('b', 'down'), { a: '1', c: '2', b: '3' }],
    ['lets the first stay first', OPEN, moveValue('a', 'up'), { a: '1', b: '2', c: '3' }],
    ['lets the last stay last', OPEN, moveValue('c', 'down'), { a: '1', b: '2', c: '3' }],
    ['keeps the order shown', TIED, 'keep', { a: '1', b: '2', c: '2' }],
    ['moves nothing that the question lacks', TIED, moveValue('z', 'up'), { a: '1', b: '2', c: '2' }],
    ['moves nothing by nonsense', TIED, 'a:left', { a: '1', b: '2', c: '2' }],
  ])('%s', (_, shown, move, places) => {
    expect(press(shown, move)).toEqual(places)
  })

  it('leaves no place empty, and is undone by its counterpart', () => {
    fc.assert(
      fc.property(anyRanking, fc.nat(5), fc.constantFrom('up' as const, 'down' as const), ({ correct }, n, to) => {
        const shown = Object.entries(correct)
        const id = shown[n % shown.length]?.[0] ?? ''
        const after = press(shown, moveValue(id, to))
        const places = new Set(Object.values(after ?? {}).map(Number))
        expect([...places].toSorted()).toEqual(Array.from(places, (_, at) => at + 1))
        const isUndone = !staysPut(placesOf(shown), id, to)
        const back = press(Object.entries(after ?? {}), moveValue(id, to === 'up' ? 'down' : 'up'))
        expect(isUndone ? back : after).toEqual(press(shown, 'keep'))
      }),
    )
  })
})

it('holds no answer before she has moved or kept the steps', () => {
  expect(rankingForm.read(OPEN.map(([id]) => [`k.${id}`, '']))).toBeNull()
  expect(rankingForm.read([['move', 'keep']])).toBeNull()
  expect(rankingForm.read(TIED.map(([id, place]) => [`k.${id}`, place]))).toEqual({ a: '1', b: '2', c: '2' })
})

it('lists the steps by their places, even if one is missing', () => {
  expect(placesOf([['c', '2'] as const, ['a', '1'] as const, ['b', '2'] as const])).toEqual([['a'], ['c', 'b']])
  expect(placesOf([['c', '2'] as const, ['a', ''] as const])).toEqual([['c'], ['a']])
})
