import { sum } from './count-table'
import { areAllTheSame, mean } from './moments'

/**
 * Pearson's r of paired values, in [-1, 1]; null if either does not vary. If one of them is only 0 or 1, it is the
 * point-biserial correlation.
 *
 * @see Lord & Novick, Statistical Theories of Mental Test Scores, 1968, §15.3.
 */
export function correlation(pairs: readonly (readonly [number, number])[]): number | null {
  const [xs, ys] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)]
  if (areAllTheSame(xs) || areAllTheSame(ys)) return null
  const [centreX, centreY] = [mean(xs), mean(ys)]
  const product = sum(pairs.map(([x, y]) => (x - centreX) * (y - centreY)))
  const squares = sum(xs.map((x) => (x - centreX) ** 2)) * sum(ys.map((y) => (y - centreY) ** 2))
  return Math.max(-1, Math.min(1, product / Math.sqrt(squares)))
}
