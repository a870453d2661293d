import { sum } from './count-table'

/** The arithmetic mean; NaN for no values. */
export function mean(values: readonly number[]): number {
  return sum(values) / values.length
}

/** Σ(x − x̄)² / (n − 1), the unbiased estimate; NaN for fewer than two values. */
export function variance(values: readonly number[]): number {
  const centre = mean(values)
  return sum(values.map((value) => (value - centre) ** 2)) / (values.length - 1)
}

export function standardDeviation(values: readonly number[]): number {
  return Math.sqrt(variance(values))
}

// Thirds of a point that should be equal differ by rounding errors.
const EPSILON = 1e-9

/** Whether all values are equal, so that the common figure is the value of each. */
export function areAllTheSame(values: readonly number[]): boolean {
  return values.every((value) => Math.abs(value - (values[0] ?? 0)) < EPSILON)
}
