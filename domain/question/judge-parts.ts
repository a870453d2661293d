import type { Answer } from './answer'
import type { JudgedPart } from './kinds/kind'
import { kindOf } from './kinds/kinds'
import type { QuestionKey } from './question'

/**
 * Judges an answer part by part: for instance the pairs of a matching, the ranks of an ordering, or the chosen options
 * and then the right options that were missed. An answer that does not fit the question is judged like a missing one.
 */
export function judgeParts(question: QuestionKey, answer: Answer | null): JudgedPart[] {
  const kind = kindOf(question)
  return kind.judge(question, answer && kind.read(question, answer))
}
