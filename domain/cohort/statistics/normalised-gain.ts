import { bootstrapInterval, type Resampling } from './bootstrap-interval'
import { Disclosable, type Measure } from './disclose'
import { type Matched, MIN_MATCHED } from './match-people'
import { type Compared, revealsEach } from './mean-scores'
import { mean } from './moments'
import type { Interval } from './wilson-interval'

export type NormalisedGain = {
  /** The share of the possible gain that was achieved; at most 1. Below 0 if the mean fell. */
  gain: number
  interval: Interval
  draws: number
}

/**
 * Hake's average normalised gain of the matched people: ⟨g⟩ = (mean after − mean before) / (1 − mean before). It is the
 * gain of the averages, not the average of each person's gain: that is undefined for people with full marks before, and
 * unbounded near it.
 *
 * @see R. R. Hake, Interactive-engagement versus traditional methods, American Journal of Physics 66(1), 1998.
 * @see L. Bao, Theoretical comparisons of average normalized gain calculations, American Journal of Physics 74(10),
 * 2006.
 */
export function normalisedGain(
  { pairs, fresh }: Compared,
  resampling: Resampling,
): Disclosable<Measure<NormalisedGain>> {
  const seal = (value: Measure<NormalisedGain>['value']) =>
    new Disclosable<Measure<NormalisedGain>>({
      definition: 'normalised-gain',
      people: pairs.length,
      least: MIN_MATCHED,
      value,
    })
  if (pairs.length < MIN_MATCHED) return seal('too-few-people')
  const gain = gainOf(pairs)
  const interval = bootstrapInterval(pairs, gainOf, resampling)
  if (gain === null || interval === null || revealsEach({ pairs, fresh })) return seal('protects-a-group')
  return seal({ gain, interval, draws: resampling.draws })
}

function gainOf(pairs: Matched['pairs']): number | null {
  const before = mean(pairs.map((pair) => pair.before))
  const after = mean(pairs.map((pair) => pair.after))
  return before < 1 ? (after - before) / (1 - before) : null
}
