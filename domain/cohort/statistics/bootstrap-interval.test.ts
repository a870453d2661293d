import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bootstrapInterval, MIN_DRAWS } from './bootstrap-interval'
import { mean } from './moments'
import { seededGenerator } from './seeded-generator'

const resampling = (seed: number, draws = MIN_DRAWS) => ({ random: seededGenerator(seed), draws })

it('comes out the same for the same seed', () => {
  const values = [1, 2, 3, 5, 7, 11, 13, 17, 19, 23].map(Math.sqrt)

  expect(bootstrapInterval(values, mean, resampling(7))).toEqual(bootstrapInterval(values, mean, resampling(7)))
  expect(bootstrapInterval(values, mean, resampling(7))).not.toEqual(bootstrapInterval(values, mean, resampling(8)))
})

it('comes near the normal interval of a mean', () => {
  const values = Array.from({ length: 101 }, (_, place) => place / 100)
  const interval = bootstrapInterval(values, mean, resampling(1, 10_000))

  // 0.5 ± 1.96 · 0.2915 / √101
  expect(interval?.low).toBeCloseTo(0.443, 2)
  expect(interval?.high).toBeCloseTo(0.557, 2)
})

it('lies within the values, and has no width if all values are the same', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 }), (values) => {
      const interval = bootstrapInterval(values, mean, resampling(values.length))
      expect(interval?.low).toBeGreaterThanOrEqual(Math.min(...values) - 1e-12)
      expect(interval?.high).toBeLessThanOrEqual(Math.max(...values) + 1e-12)
    }),
    { numRuns: 30 },
  )
  expect(bootstrapInterval([0.5, 0.5], mean, resampling(1))).toEqual({ low: 0.5, high: 0.5 })
})

it('gives nothing if the statistic is undefined for the draws', () => {
  expect(bootstrapInterval([1, 2], () => null, resampling(1))).toBeNull()
})

it('refuses fewer than a thousand draws', () => {
  expect(() => bootstrapInterval([1, 2], mean, resampling(1, 999))).toThrow(RangeError)
})
