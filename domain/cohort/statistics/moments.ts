import { sum } from './count-table'

/** The arithmetic mean; NaN of nothing. */
export function mean(values: readonly number[]): number {
  return sum(values) / values.length
}

/** Σ(x − x̄)² / (n − 1), the unbiased estimate; NaN of fewer than two. */
export function variance(values: readonly number[]): number {
  const centre = mean(values)
  return sum(values.map((value) => (value - centre) ** 2)) / (values.length - 1)
}

export function standardDeviation(values: readonly number[]): number {
  return Math.sqrt(variance(values))
}

// Equal thirds of a point differ by rounding noise.
const EPSILON = 1e-9

/** Whether the values are all the same, so that the figure of all is the value of each. */
export function areAllTheSame(values: readonly number[]): boolean {
  return values.every((value) => Math.abs(value - (values[0] ?? 0)) < EPSILON)
}
