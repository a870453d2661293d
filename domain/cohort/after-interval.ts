import type { MeanScores } from './statistics/mean-scores'
import type { NormalisedGain } from './statistics/normalised-gain'
import type { Interval } from './statistics/wilson-interval'

/**
 * The 95 % interval of the normalised gain, converted to the scale of the scores, in [0, 1]. Hake's ⟨g⟩ =
 * (after − before) / (1 − before), solved for the mean after: after = before + ⟨g⟩ (1 − before). Each bound of ⟨g⟩
 * gives a mean after, for the same mean before. It is computed from figures that are shown, so it discloses nothing
 * further.
 *
 * @see R. R. Hake, Interactive-engagement versus traditional methods, American Journal of Physics 66(1), 1998: ⟨g⟩.
 * @see Efron & Tibshirani, An Introduction to the Bootstrap, 1993, §13.6: percentile intervals respect transformations.
 */
export function afterInterval(
  { before }: Pick<MeanScores, 'before'>,
  { interval }: Pick<NormalisedGain, 'interval'>,
): Interval {
  const scoreAt = (gain: number) => Math.min(1, Math.max(0, before + gain * (1 - before)))
  return { low: scoreAt(interval.low), high: scoreAt(interval.high) }
}
