import type { Certainty } from '../../exam/answer'
import type { Locale } from '../../locale'

/** What one person answered to one question when she met it first. Later attempts have read the feedback. */
export type FirstAttempt = {
  personKey: string
  /** The language that her account prefers: in which she read is not kept. */
  language: Locale
  questionId: string
  /** Provisions that the question cites. */
  provisions: readonly string[]
  /** Points for the question, in [0, 1]. */
  score: number
  /** Ids of the options chosen; empty when she left it out. */
  chosen: readonly string[]
  certainty: Certainty | null
}

/** What a figure on scores alone needs of it. */
export type Scored = Pick<FirstAttempt, 'personKey' | 'questionId' | 'score'>

/** Full marks: a part of the points counts as not right. */
export function isRight({ score }: FirstAttempt): boolean {
  return score >= 1
}

/**
 * The first attempts at one question.
 *
 * @throws {RangeError} when a person stands there twice: counts of answers would pass for counts of people.
 */
export function attemptsAt<A extends Scored>(attempts: readonly A[], questionId: string): A[] {
  const found = attempts.filter((attempt) => attempt.questionId === questionId)
  if (new Set(found.map(({ personKey }) => personKey)).size !== found.length)
    throw new RangeError(`question ${questionId}: a person's first attempt stands twice`)
  return found
}
