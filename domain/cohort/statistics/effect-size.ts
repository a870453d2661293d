import { bootstrapInterval, type Resampling } from './bootstrap-interval'
import { Disclosable, type Measure } from './disclose'
import { type Matched, MIN_MATCHED } from './match-people'
import { type Compared, revealsEach } from './mean-scores'
import { mean, standardDeviation } from './moments'
import type { Interval } from './wilson-interval'

export type EffectSize = {
  /** In standard deviations; unbounded. */
  hedgesGav: number
  interval: Interval
  draws: number
}

/**
 * How far the matched people moved, in units of their own spread: d_av = (mean after − mean before) / ((s_before +
 * s_after) / 2), times Hedges' correction for small samples, J = 1 − 3 / (4(n − 1) − 1). Not d_z, which grows with the
 * correlation of the two tests and so cannot be compared with studies of separate groups.
 *
 * @see D. Lakens, Calculating and reporting effect sizes, Frontiers in Psychology 4:863, 2013: Cohen's d_av, Hedges'
 * g_av.
 * @see Borenstein et al., Introduction to Meta-Analysis, 2009, ch. 4: J, with n − 1 degrees of freedom for matched
 * pairs.
 */
export function effectSize({ pairs, fresh }: Compared, resampling: Resampling): Disclosable<Measure<EffectSize>> {
  const seal = (value: Measure<EffectSize>['value']) =>
    new Disclosable<Measure<EffectSize>>({
      definition: 'effect-size',
      people: pairs.length,
      least: MIN_MATCHED,
      value,
    })
  if (pairs.length < MIN_MATCHED) return seal('too-few-people')
  const hedgesGav = gavOf(pairs)
  const interval = bootstrapInterval(pairs, gavOf, resampling)
  if (hedgesGav === null || interval === null || revealsEach({ pairs, fresh })) return seal('protects-a-group')
  return seal({ hedgesGav, interval, draws: resampling.draws })
}

function gavOf(pairs: Matched['pairs']): number | null {
  const [before, after] = [pairs.map((pair) => pair.before), pairs.map((pair) => pair.after)]
  const spread = (standardDeviation(before) + standardDeviation(after)) / 2
  const correction = 1 - 3 / (4 * (pairs.length - 1) - 1)
  return spread > 0 ? (correction * (mean(after) - mean(before))) / spread : null
}
