import { Disclosable, type Measure } from './disclose'
import { FEWEST_MATCHED, type Matched } from './match-people'
import { areAllTheSame, mean } from './moments'

/** Above this mean before, most could not show what they learned. */
export const CEILING = 0.85

/** Means in [0, 1]. `ceiling` when the first is above 0.85. */
export type MeanScores = { before: number; after: number; ceiling: boolean }

/** The mean scores of those who took both tests. */
export function meanScores({ pairs }: Pick<Matched, 'pairs'>): Disclosable<Measure<MeanScores>> {
  const before = mean(pairs.map((pair) => pair.before))
  const after = mean(pairs.map((pair) => pair.after))
  return new Disclosable({
    definition: 'mean-scores',
    people: pairs.length,
    least: FEWEST_MATCHED,
    value: tellsEach(pairs) ? 'protects-a-group' : { before, after, ceiling: before > CEILING },
  })
}

/** When all had the same score in one of the tests, its mean is the score of each. */
export function tellsEach(pairs: Matched['pairs']): boolean {
  return areAllTheSame(pairs.map(({ before }) => before)) || areAllTheSame(pairs.map(({ after }) => after))
}
