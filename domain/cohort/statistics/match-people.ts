import type { Scored } from './first-attempt'
import { mean } from './moments'
import { scoresByPerson } from './scores-by-person'

/** One person's mean scores in the test before and in the parallel test after, each in [0, 1]. */
export type MatchedPair = { before: number; after: number }
export type Matched = {
  pairs: readonly MatchedPair[]
  /** The number of people who took only the test before. */
  dropOuts: number
  /** The number of people who took only the test after. */
  joinedLate: number
}

/** With fewer matched people than this, no statement about learning is made. */
export const MIN_MATCHED = 10

/**
 * Matches the people who took both tests, and counts those who took one. The tests are parallel forms by one blueprint,
 * but not equated: a difference may come from the forms. Taking part is not an answer: the completion register states
 * it by name.
 *
 * Never print the means of a test beside an item analysis of the same test: a hidden facility, or the scores of a few
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
