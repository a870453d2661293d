import { expect, it } from 'vitest'
import { percentile, repeat } from './load'

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
