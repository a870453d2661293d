import type { QuestionKey } from '../course/question'
import type { Answer } from './answer'
import type { JudgedPart } from './kinds/kind'
import { kindOf } from './kinds/kinds'

/**
 * An answer part by part: the pairs of a matching, the places of an order, else the options that she chose, then the right
 * ones that she did not. An answer that does not fit the question is judged like none.
 */
export function judgeParts(question: QuestionKey, answer: Answer | null): JudgedPart[] {
  const kind = kindOf(question)
  return kind.judge(question, answer && kind.read(question, answer))
}
