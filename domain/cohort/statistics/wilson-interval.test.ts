import fc from 'fast-check'
import { expect, it } from 'vitest'
import { wilsonInterval } from './wilson-interval'

const anyShare = fc.integer({ min: 1, max: 500 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))

// Newcombe, Statistics in Medicine 17, 1998, table I, method 3.
it.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('gives the published interval of %i in %i', (successes, n, low, high) => {
  const interval = wilsonInterval(successes, n)

  expect(interval.low).toBeCloseTo(low, 4)
  expect(interval.high).toBeCloseTo(high, 4)
})

it('contains the share, stays inside [0, 1], and mirrors the interval of the complement', () => {
  fc.assert(
    fc.property(anyShare, ([successes, n]) => {
      const { low, high } = wilsonInterval(successes, n)
      const other = wilsonInterval(n - successes, n)
      expect(low).toBeGreaterThanOrEqual(0)
      expect(high).toBeLessThanOrEqual(1)
      expect(low).toBeLessThanOrEqual(successes / n + 1e-12)
      expect(high).toBeGreaterThanOrEqual(successes / n - 1e-12)
      expect(other.low).toBeCloseTo(1 - high, 12)
    }),
  )
})
