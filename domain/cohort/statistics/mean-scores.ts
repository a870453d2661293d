import { Disclosable, type Measure } from './disclose'
import { FEWEST_MATCHED, type Matched } from './match-people'
import { areAllTheSame, mean } from './moments'

/** Above this mean before, most could not show what they learned. */
export const CEILING = 0.85

/** Means in [0, 1]. `ceiling` when the first is above 0.85. */
export type MeanScores = { before: number; after: number; ceiling: boolean }

/** Whom a figure compares. `fresh`: those of them whom no figure before was about; all of them when not said otherwise. */
export type Compared = Pick<Matched, 'pairs'> & { fresh?: Matched['pairs'] }

/** The mean scores of those who took both tests. */
export function meanScores({ pairs, fresh }: Compared): Disclosable<Measure<MeanScores>> {
  const before = mean(pairs.map((pair) => pair.before))
  const after = mean(pairs.map((pair) => pair.after))
  return new Disclosable({
    definition: 'mean-scores',
    people: pairs.length,
    least: FEWEST_MATCHED,
    value: tellsEach({ pairs, fresh }) ? 'protects-a-group' : { before, after, ceiling: before > CEILING },
  })
}

/**
 * When all had the same score in one of the tests, its mean is the score of each. So it is with the fresh ones: the figure
 * before, taken from this one, leaves them.
 */
export function tellsEach({ pairs, fresh = pairs }: Compared): boolean {
  return [pairs, fresh].some(
    (some) => areAllTheSame(some.map(({ before }) => before)) || areAllTheSame(some.map(({ after }) => after)),
  )
}
