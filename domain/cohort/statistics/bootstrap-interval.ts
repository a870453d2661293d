import type { Interval } from './wilson-interval'

/** How to resample: a random source, uniform in [0, 1), and the number of resamples, at least 1000. */
export type Resampling = { random: () => number; draws: number }

export const MIN_DRAWS = 1000

/**
 * The 95 % percentile interval of a statistic. Draws as many people as there are, with replacement, and computes the
 * statistic each time; the interval leaves 2.5 % of the results on either side. Draws for which the statistic is
 * undefined (null) are left out.
 *
 * @throws {RangeError} with fewer than 1000 draws, which leave too few in the tails.
 * @see Efron & Tibshirani, An Introduction to the Bootstrap, 1993, §13.3 (percentile), §19.3 (1000 draws).
 */
export function bootstrapInterval<T>(
  people: readonly T[],
  statistic: (drawn: readonly T[]) => number | null,
  { random, draws }: Resampling,
): Interval | null {
  if (draws < MIN_DRAWS) throw new RangeError(`${draws} draws of at least ${MIN_DRAWS}`)
  const drawOne = () => people[Math.floor(random() * people.length)] as T
  const found = Array.from({ length: draws }, () => statistic(people.map(drawOne)))
  const values = found.filter((value) => value !== null).toSorted((a, b) => a - b)
  if (values.length === 0) return null
  return { low: quantile(values, 0.025), high: quantile(values, 0.975) }
}

/** Interpolates linearly between the two values nearest to (n − 1) · share. @see Hyndman & Fan, 1996, definition 7. */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share
  const [below, above] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0]
  return below + (above - below) * (place - Math.floor(place))
}
