import type { Answer } from './answer'
import { kindOf } from './kinds/kinds'
import type { QuestionKey } from './question'

/** The points for one question, in [0, 1]. A missing answer, or one that does not fit the question, earns 0. */
export function gradeAnswer(question: QuestionKey, answer: Answer | null): number {
  const kind = kindOf(question)
  const read = answer && kind.read(question, answer)
  return read ? kind.grade(question, read) : 0
}
