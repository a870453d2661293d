import type { PublicOf } from './kinds/kind'
import { kindOf } from './kinds/kinds'
import type { QuestionKey, QuestionKind } from './question'

export type PublicQuestion = PublicOf<QuestionKind>

/** The question as the browser may see it, with its options in `order` (ids). */
export function withoutAnswers(question: QuestionKey, order?: readonly string[]): PublicQuestion {
  return kindOf(question).show(question, order)
}

/** Whether two questions show the same text, so that an answer to one is also an answer to the other. */
export function isAskedAlike(one: QuestionKey, other: QuestionKey): boolean {
  return JSON.stringify(withoutAnswers(one)) === JSON.stringify(withoutAnswers(other))
}

/** Whether two questions show the same text and accept the same answers. */
export function isGradedAlike(one: QuestionKey, other: QuestionKey): boolean {
  return isAskedAlike(one, other) && JSON.stringify(gradedBy(one)) === JSON.stringify(gradedBy(other))
}

/** The fields of a question on which its points depend, apart from its text. */
function gradedBy(question: QuestionKey) {
  const tolerances = question.kind === 'computing' ? question.asks.map(({ tolerance }) => tolerance) : []
  return { correct: question.correct, tolerances }
}
