import { describe, expect, it } from 'vitest'
import { moveValue } from '../move'
import { listedOptions, orderingForm } from './form'

type Rank = [id: string, rank: string]
const sent = (ranks: readonly Rank[], move: string) => [
  ...ranks.map(([id, rank]): [string, string] => [`o.${id}`, rank]),
  ['move', move] as [string, string],
]
const OPEN: Rank[] = [
  ['a', ''],
  ['b', ''],
  ['c', ''],
]

describe('a button that moves an option', () => {
  it.each<[string, string, string[]]>([
    ['up', moveValue('b', 'up'), ['b', 'a', 'c']],
    ['down', moveValue('b', 'down'), ['a', 'c', 'b']],
    ['no further up than first', moveValue('a', 'up'), ['a', 'b', 'c']],
    ['no further down than last', moveValue('c', 'down'), ['a', 'b', 'c']],
    ['nowhere, to keep the order shown', 'keep', ['a', 'b', 'c']],
    ['nowhere, if the question lacks the option', moveValue('z', 'up'), ['a', 'b', 'c']],
    ['nowhere, if it says nonsense', 'a:left', ['a', 'b', 'c']],
  ])('moves it %s', (_, move, order) => {
    expect(orderingForm.read(sent(OPEN, move))).toEqual(order)
  })

  it('uses the order of the page, even if ranks are missing or repeated', () => {
    const begun: Rank[] = [
      ['c', '1'],
      ['b', '1'],
      ['a', ''],
    ]
    expect(orderingForm.read(sent(begun, moveValue('a', 'up')))).toEqual(['c', 'a', 'b'])
    expect(orderingForm.isPartial(sent(begun, 'keep'))).toBe(false)
  })

  it('is no answer without an order', () => {
    expect(orderingForm.read([['move', 'keep']])).toBeNull()
  })
})

it('reads pages that send only the ranks, in any order', () => {
  expect(
    orderingForm.read([
      ['o.a', '3'],
      ['o.b', '1'],
      ['o.c', '2'],
    ]),
  ).toEqual(['b', 'c', 'a'])
})

it.each<[string, Record<string, string>, string]>([
  ['as they were drawn before any has a rank', {}, 'abc'],
  ['by their ranks', { a: '3', b: '1', c: '2' }, 'bca'],
  ['those with a rank first', { c: '1' }, 'cab'],
  ['of two with one rank, the first drawn first', { b: '1', c: '1' }, 'bca'],
])('lists the options %s', (_, ranks, listed) => {
  const options = ['a', 'b', 'c'].map((id) => ({ id }))
  expect(listedOptions(options, (id) => ranks[id] ?? '').map(({ id }) => id)).toEqual([...listed])
})
