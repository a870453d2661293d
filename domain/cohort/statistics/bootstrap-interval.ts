import type { Interval } from './wilson-interval'

/** How an interval is drawn: the dice uniform in [0, 1), and how many resamples, at least 1000. */
export type Resampling = { random: () => number; draws: number }

export const FEWEST_DRAWS = 1000

/**
 * The 95 % percentile interval of a statistic: people are drawn with replacement, as many as there are, and the statistic
 * taken again each time; the interval leaves 2.5 % of them on either side. A draw it is undefined for (null) is left out.
 *
 * @throws {RangeError} with fewer than 1000 draws, when the tails would be counted on fingers.
 * @see Efron & Tibshirani, An Introduction to the Bootstrap, 1993, §13.3 (percentile), §19.3 (1000 draws).
 */
export function bootstrapInterval<T>(
  people: readonly T[],
  statistic: (drawn: readonly T[]) => number | null,
  { random, draws }: Resampling,
): Interval | null {
  if (draws < FEWEST_DRAWS) throw new RangeError(`${draws} draws of at least ${FEWEST_DRAWS}`)
  const drawOne = () => people[Math.floor(random() * people.length)] as T
  const found = Array.from({ length: draws }, () => statistic(people.map(drawOne)))
  const values = found.filter((value) => value !== null).toSorted((one, other) => one - other)
  if (values.length === 0) return null
  return { low: quantile(values, 0.025), high: quantile(values, 0.975) }
}

/** Linear between the two values nearest to (n − 1) · share. @see Hyndman & Fan, 1996, definition 7. */
function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share
  const [below, above] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0]
  return below + (above - below) * (place - Math.floor(place))
}
