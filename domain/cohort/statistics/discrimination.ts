import { correlation } from './correlation'
import { Disclosable, type Measure } from './disclose'
import { attemptsAt, type FirstAttempt, isRight } from './first-attempt'
import { mean } from './moments'
import { scoresByPerson } from './scores-by-person'

export type Discrimination = {
  /** In [-1, 1]. Below 0, people who know more get the question wrong: its key or its wording may be wrong. */
  itemRest: number
}

/**
 * Below this a question hardly discriminates.
 *
 * @see Ebel & Frisbie, Essentials of Educational Measurement, 5th ed., 1991, ch. 13.
 */
export const LOW_DISCRIMINATION = 0.2

/** What a reader should check, if anything. */
export function concernOf({ itemRest }: Discrimination): 'negative' | 'low' | null {
  if (itemRest < 0) return 'negative'
  return itemRest < LOW_DISCRIMINATION ? 'low' : null
}

/**
 * How well a question separates people who know from those who do not: the correlation of its score with the mean score
 * of the same person's other questions. The question itself is left out ("corrected"), or it would correlate with
 * itself. It is a mean, since exams are drawn and people may have answered different questions.
 *
 * @see Henrysson, Correction of item-total correlations in item analysis, Psychometrika 28(2), 1963.
 */
export function discrimination(
  attempts: readonly FirstAttempt[],
  questionId: string,
): Disclosable<Measure<Discrimination>> {
  const rest = scoresByPerson(attempts.filter((attempt) => attempt.questionId !== questionId))
  const met = attemptsAt(attempts, questionId).filter(({ personKey }) => rest.has(personKey))
  const restOf = ({ personKey }: FirstAttempt) => mean(rest.get(personKey) ?? [])
  const itemRest = correlation(met.map((attempt) => [attempt.score, restOf(attempt)]))
  const right = met.filter(isRight).length
  return new Disclosable({
    definition: 'discrimination',
    people: met.length,
    given: [right, met.length - right],
    value: itemRest === null ? 'protects-a-group' : { itemRest },
  })
}
