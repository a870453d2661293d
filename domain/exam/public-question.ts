import type { QuestionKey, QuestionKind } from '../course/question'
import type { PublicOf } from './kinds/kind'
import { kindOf } from './kinds/kinds'

export type PublicQuestion = PublicOf<QuestionKind>

/** The question as the browser may see it, its options in `order` (ids). */
export function withoutAnswers(question: QuestionKey, order?: readonly string[]): PublicQuestion {
  return kindOf(question).show(question, order)
}

/** Whether two questions have the same words for the person who is asked: an answer to one is an answer to the other. */
export function isAskedAlike(one: QuestionKey, other: QuestionKey): boolean {
  return JSON.stringify(withoutAnswers(one)) === JSON.stringify(withoutAnswers(other))
}

/** Whether two questions are asked alike and have the same right answer. */
export function isGradedAlike(one: QuestionKey, other: QuestionKey): boolean {
  return isAskedAlike(one, other) && JSON.stringify(one.correct) === JSON.stringify(other.correct)
}
