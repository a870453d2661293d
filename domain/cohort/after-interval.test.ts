import fc from 'fast-check'
import { expect, it } from 'vitest'
import { afterInterval } from './after-interval'

it('places the interval of the gain around the mean after', () => {
  const { low, high } = afterInterval({ before: 0.4 }, { interval: { low: 0.25, high: 0.75 } })

  expect([low, high]).toEqual([expect.closeTo(0.55), expect.closeTo(0.85)])
})

it('contains the mean after if the interval contains the gain, and stays on the scale', () => {
  const score = fc.double({ min: 0, max: 0.99, noNaN: true })
  fc.assert(
    fc.property(score, score, fc.double({ min: 0, max: 0.5, noNaN: true }), (before, after, half) => {
      const gain = (after - before) / (1 - before)
      const { low, high } = afterInterval({ before }, { interval: { low: gain - half, high: gain + half } })
      return low >= 0 && high <= 1 && low <= after + 1e-9 && high >= after - 1e-9
    }),
  )
})
