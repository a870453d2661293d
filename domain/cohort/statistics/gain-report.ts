import type { TestForm } from '../test-standing'
import type { Resampling } from './bootstrap-interval'
import { type Alpha, cronbachAlpha } from './cronbach-alpha'
import { type DisclosedMeasure, disclose } from './disclose'
import { type EffectSize, effectSize } from './effect-size'
import type { Scored } from './first-attempt'
import { matchPeople } from './match-people'
import { type MeanScores, meanScores } from './mean-scores'
import { type NormalisedGain, normalisedGain } from './normalised-gain'

export type { Resampling } from './bootstrap-interval'
export type { Scored } from './first-attempt'
export { FEWEST_MATCHED } from './match-people'

/** What the tests before and after a course come to. All of it has been through `disclose`. */
export type GainReport = {
  /** Took both tests: the people of every figure. */
  matched: number
  /** Took the first alone. */
  dropOuts: number
  means: DisclosedMeasure<MeanScores>
  gain: DisclosedMeasure<NormalisedGain>
  effect: DisclosedMeasure<EffectSize>
  alpha: Readonly<Record<TestForm, DisclosedMeasure<Alpha>>>
}

/** @param forms ids of the questions of each test, the same for everybody. */
export function reportGain(
  taken: Readonly<Record<TestForm, readonly Scored[]>>,
  forms: Readonly<Record<TestForm, readonly string[]>>,
  resampling: Resampling,
): GainReport {
  const { pairs, dropOuts } = matchPeople(taken.before, taken.after)
  // Figures side by side are about the same people: with the drop-outs in one of them, theirs would follow by subtraction.
  const later = new Set(taken.after.map(({ personKey }) => personKey))
  const before = taken.before.filter(({ personKey }) => later.has(personKey))
  return {
    matched: pairs.length,
    dropOuts,
    means: disclose(meanScores({ pairs })),
    gain: disclose(normalisedGain({ pairs }, resampling)),
    effect: disclose(effectSize({ pairs }, resampling)),
    alpha: {
      before: disclose(cronbachAlpha(before, forms.before)),
      after: disclose(cronbachAlpha(taken.after, forms.after)),
    },
  }
}
