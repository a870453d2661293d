import { Disclosable, type Measure } from './disclose'
import { type Matched, MIN_MATCHED } from './match-people'
import { areAllTheSame, mean } from './moments'

/** If the mean before is above this, most people could not show what they learned. */
export const CEILING = 0.85

/** Means in [0, 1]. `ceiling` is true if the mean before is above 0.85. */
export type MeanScores = { before: number; after: number; ceiling: boolean }

/**
 * The people that a figure compares. `fresh`: those among them who were in no earlier figure; all of them by default.
 */
export type Compared = Pick<Matched, 'pairs'> & { fresh?: Matched['pairs'] }

/** The mean scores of the people who took both tests. */
export function meanScores({ pairs, fresh }: Compared): Disclosable<Measure<MeanScores>> {
  const before = mean(pairs.map((pair) => pair.before))
  const after = mean(pairs.map((pair) => pair.after))
  return new Disclosable({
    definition: 'mean-scores',
    people: pairs.length,
    least: MIN_MATCHED,
    value: revealsEach({ pairs, fresh }) ? 'protects-a-group' : { before, after, ceiling: before > CEILING },
  })
}

/**
 * If all people had the same score in one of the tests, its mean is the score of each. The same holds for the fresh
 * ones, who remain when a reader subtracts the earlier figure from this one.
 */
export function revealsEach({ pairs, fresh = pairs }: Compared): boolean {
  return [pairs, fresh].some(
    (some) => areAllTheSame(some.map(({ before }) => before)) || areAllTheSame(some.map(({ after }) => after)),
  )
}
