import type { Scored } from './first-attempt'
import { mean } from './moments'
import { scoresByPerson } from './scores-by-person'

/** Mean scores of one person in the test before and the parallel test after, each in [0, 1]. */
export type MatchedPair = { before: number; after: number }
export type Matched = {
  pairs: readonly MatchedPair[]
  /** Took the test before, and not the one after. */
  dropOuts: number
  /** Took only the test after. */
  joinedLate: number
}

/** Fewer matched people than this make no claim about learning. */
export const FEWEST_MATCHED = 10

/**
 * Who took both tests, and how many took one. The tests are parallel forms by one blueprint, never equated: a difference
 * may be the forms'. Who took part is no answer: it stands in the completion register by name.
 *
 * Means of a test and an item analysis of the same test must not be printed both: a hidden facility, or the scores of a few
 * drop-outs, would follow by subtraction. Item analysis is for exams and practice.
 */
export function matchPeople(before: readonly Scored[], after: readonly Scored[]): Matched {
  const [first, second] = [scoresByPerson(before), scoresByPerson(after)]
  const pairs = [...first].flatMap(([person, scores]) => {
    const later = second.get(person)
    return later ? [{ before: mean(scores), after: mean(later) }] : []
  })
  return { pairs, dropOuts: first.size - pairs.length, joinedLate: second.size - pairs.length }
}
