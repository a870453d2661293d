import { expect, it } from 'vitest'
import { percentile, repeat, repeatTimes } from './load'

it.each([
  [0.5, 2],
  [0.95, 4],
  [0.25, 1],
])('takes the %s percentile by nearest rank, whatever the order', (rate, value) => {
  expect(percentile([3, 1, 4, 2], rate)).toBe(value)
})

it('stops when nobody is left, and counts what was done', async () => {
  let left = 5

  expect(await repeat(async () => left-- > 0, 2, 60)).toHaveLength(5)
})

it('does a deed exactly as often as asked, over all connections together', async () => {
  let asked = 0
  const deed = async () => {
    asked++
    return true
  }

  expect(await repeatTimes(deed, 10, 4)).toBe(10)
  expect(await repeatTimes(deed, 2, 8)).toBe(2)
  expect(asked).toBe(12)
})

it('says how often a deed was done when nobody is left for more', async () => {
  let left = 3

  expect(await repeatTimes(async () => left-- > 0, 10, 2)).toBe(3)
})
