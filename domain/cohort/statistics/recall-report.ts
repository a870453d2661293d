import { z } from 'zod'
import { bootstrapInterval, type Resampling } from './bootstrap-interval'
import { Disclosable, type DisclosedMeasure, disclose, type Measure } from './disclose'
import type { Scored } from './first-attempt'
import { measureSchema } from './group-report'
import { MIN_MATCHED } from './match-people'
import { areAllTheSame, mean } from './moments'
import { scoresByPerson } from './scores-by-person'
import type { Interval } from './wilson-interval'

/** In [0, 1]. */
export type MeanRecall = { mean: number; interval: Interval; draws: number }
/** The figures of a recall test. Both have passed through `disclose`. */
export type RecallReport = {
  /** The mean score of the people who answered. */
  mean: DisclosedMeasure<MeanRecall>
  /** The number of people who were asked and did not answer. */
  dropOuts: DisclosedMeasure<Record<string, never>>
}

/**
 * The mean score of the people who answered a recall test, with its 95 % bootstrap interval, and the number of people
 * who did not answer. It is made once, when the test has closed, so there is no other report from which to subtract it.
 *
 * @param asked the number of people who were asked.
 */
export function reportRecall(scored: readonly Scored[], asked: number, resampling: Resampling): RecallReport {
  const scores = [...scoresByPerson(scored).values()].map(mean)
  const dropOuts: Measure<Record<string, never>> = {
    definition: 'recall',
    people: Math.max(0, asked - scores.length),
    value: {},
  }
  return { mean: disclose(meanRecall(scores, resampling)), dropOuts: disclose(new Disclosable(dropOuts)) }
}

function meanRecall(scores: readonly number[], resampling: Resampling): Disclosable<Measure<MeanRecall>> {
  const people = scores.length
  const seal = (value: Measure<MeanRecall>['value']) =>
    new Disclosable<Measure<MeanRecall>>({ definition: 'recall', people, least: MIN_MATCHED, value })
  if (people < MIN_MATCHED) return seal('too-few-people')
  const interval = bootstrapInterval(scores, mean, resampling)
  // If all had the same score, the mean is the score of each.
  if (interval === null || areAllTheSame(scores)) return seal('protects-a-group')
  return seal({ mean: mean(scores), interval, draws: resampling.draws })
}

/** The stored report, read again. */
export const recallReportSchema: z.ZodType<RecallReport> = z.strictObject({
  mean: measureSchema(
    z.strictObject({
      mean: z.number(),
      interval: z.strictObject({ low: z.number(), high: z.number() }),
      draws: z.int().nonnegative(),
    }),
  ),
  dropOuts: measureSchema(z.record(z.string(), z.never())),
})
