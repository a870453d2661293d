export type Interval = { low: number; high: number }

/** The 97.5 % point of the standard normal distribution. */
const Z = 1.959964

/**
 * The 95 % score interval of a share, in [0, 1]: (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n), p = successes /
 * n.
 *
 * @param n people, at least 1.
 * @see E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22, 1927.
 * @see Brown, Cai & DasGupta, Interval estimation for a binomial proportion, Statistical Science 16(2), 2001: for small
 * n.
 */
export function wilsonInterval(successes: number, n: number): Interval {
  const p = successes / n
  const middle = p + Z ** 2 / (2 * n)
  const half = Z * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n ** 2))
  const scale = 1 + Z ** 2 / n
  return { low: Math.max(0, (middle - half) / scale), high: Math.min(1, (middle + half) / scale) }
}
