import { z } from 'zod'
import type { TestForm } from '../test-availability'
import type { Resampling } from './bootstrap-interval'
import { type Alpha, cronbachAlpha } from './cronbach-alpha'
import { type DisclosedMeasure, disclose } from './disclose'
import { type EffectSize, effectSize } from './effect-size'
import type { Scored } from './first-attempt'
import { alphaSchema, measureSchema } from './group-report'
import { matchPeople } from './match-people'
import { type MeanScores, meanScores } from './mean-scores'
import { type NormalisedGain, normalisedGain } from './normalised-gain'

export type { Resampling } from './bootstrap-interval'
export type { Scored } from './first-attempt'
export { MIN_MATCHED } from './match-people'

/** The results of the tests before and after a course. All of them have passed through `disclose`. */
export type GainReport = {
  /** The number of people who took both tests. All figures are about them. */
  matched: number
  /** The number of people who took only the test before. */
  dropOuts: number
  means: DisclosedMeasure<MeanScores>
  gain: DisclosedMeasure<NormalisedGain>
  effect: DisclosedMeasure<EffectSize>
  alpha: Readonly<Record<TestForm, DisclosedMeasure<Alpha>>>
}

type Taken = Readonly<Record<TestForm, readonly Scored[]>>

/**
 * @param forms the ids of the questions of each test, the same for everybody.
 * @param known the people in the previous report. A reader can subtract that report, so the difference must be large
 * enough too.
 */
export function reportGain(
  taken: Taken,
  forms: Readonly<Record<TestForm, readonly string[]>>,
  resampling: Resampling,
  known: ReadonlySet<string> = new Set(),
): GainReport {
  const { pairs, dropOuts } = matchPeople(taken.before, taken.after)
  const unknown = (scored: readonly Scored[]) => scored.filter(({ personKey }) => !known.has(personKey))
  const { pairs: fresh } = matchPeople(unknown(taken.before), unknown(taken.after))
  // Figures shown side by side must be about the same people. Otherwise a reader could derive the drop-outs' scores.
  const later = new Set(taken.after.map(({ personKey }) => personKey))
  const before = taken.before.filter(({ personKey }) => later.has(personKey))
  return {
    matched: pairs.length,
    dropOuts,
    means: disclose(meanScores({ pairs, fresh })),
    gain: disclose(normalisedGain({ pairs, fresh }, resampling)),
    effect: disclose(effectSize({ pairs, fresh }, resampling)),
    alpha: {
      before: disclose(cronbachAlpha(before, forms.before)),
      after: disclose(cronbachAlpha(taken.after, forms.after)),
    },
  }
}

const count = z.int().nonnegative()
const interval = z.strictObject({ low: z.number(), high: z.number() })

/** The stored report of a day, read again. */
export const gainReportSchema: z.ZodType<GainReport> = z.strictObject({
  matched: count,
  dropOuts: count,
  means: measureSchema(z.strictObject({ before: z.number(), after: z.number(), ceiling: z.boolean() })),
  gain: measureSchema(z.strictObject({ gain: z.number(), interval, draws: count })),
  effect: measureSchema(z.strictObject({ hedgesGav: z.number(), interval, draws: count })),
  alpha: z.strictObject({ before: alphaSchema, after: alphaSchema }),
})
