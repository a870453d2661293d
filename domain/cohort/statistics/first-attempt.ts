import type { Locale } from '../../locale'
import type { Certainty } from '../../question/answer'

/** A person's first answer to a question. At later attempts she has read the feedback. */
export type FirstAttempt = {
  personKey: string
  /** The preferred language of the person's account: the language in which she read is not stored. */
  language: Locale
  questionId: string
  /** The provisions that the question cites. */
  provisions: readonly string[]
  /** Points for the question, in [0, 1]. */
  score: number
  /** The ids of the chosen options; empty if the question was not answered. */
  chosen: readonly string[]
  certainty: Certainty | null
}

/** The fields that statistics on scores need. */
export type Scored = Pick<FirstAttempt, 'personKey' | 'questionId' | 'score'>

/** True for full marks: a part of the points counts as not right. */
export function isRight({ score }: FirstAttempt): boolean {
  return score >= 1
}

/**
 * The first attempts at one question.
 *
 * @throws {RangeError} if a person occurs twice: counts of answers would be taken for counts of people.
 */
export function attemptsAt<A extends Scored>(attempts: readonly A[], questionId: string): A[] {
  const found = attempts.filter((attempt) => attempt.questionId === questionId)
  if (new Set(found.map(({ personKey }) => personKey)).size !== found.length)
    throw new RangeError(`question ${questionId}: a person's first attempt stands twice`)
  return found
}
