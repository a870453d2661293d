import { expect, it } from 'vitest'
import { measureRounds, multiplesOf, orderOf, spreadOf, type Way } from './rounds'

it('rotates the order of the measurements from round to round', () => {
  const orders = [0, 1, 2].map(orderOf)

  expect(orders).toEqual([
    ['page', 'bare', 'again'],
    ['bare', 'again', 'page'],
    ['again', 'page', 'bare'],
  ])
  expect(orderOf(3)).toEqual(orders[0])
})

it('takes each measurement once a round, in that order', async () => {
  const asked: Way[] = []
  const costs = { page: 6, bare: 2, again: 8 }
  const rounds = await measureRounds(2, async (way) => {
    asked.push(way)
    return costs[way]
  })

  expect(rounds).toEqual([costs, costs])
  expect(asked).toEqual([...orderOf(0), ...orderOf(1)])
})

it('compares nothing where processor time is not known', async () => {
  expect(await measureRounds(3, async (way) => (way === 'bare' ? null : 1))).toBeNull()
})

it('compares within a round: a machine that is twice as slow for a while changes nothing', () => {
  const quiet = { page: 4, bare: 1, again: 4 }
  const busy = { page: 8, bare: 2, again: 8 }

  expect(multiplesOf([quiet, busy, quiet])).toEqual({
    bare: { median: 4, least: 4, most: 4 },
    itself: { median: 1, least: 1, most: 1 },
  })
})

it('shows the difference of the page from itself as noise', () => {
  const { bare, itself } = multiplesOf([
    { page: 4, bare: 2, again: 8 },
    { page: 5, bare: 2, again: 5 },
    { page: 8, bare: 4, again: 4 },
  ])

  expect(bare).toEqual({ median: 2.5, least: 1.5, most: 3 })
  expect(itself).toEqual({ median: 1, least: 0.5, most: 2 })
})

it('takes the middle of an odd number of values', () => {
  expect(spreadOf([5, 1, 3])).toEqual({ median: 3, least: 1, most: 5 })
})
