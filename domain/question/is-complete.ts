import type { Answer } from './answer'
import { kindOf } from './kinds/kinds'
import type { QuestionKey } from './question'

/** How far a question is answered, as the overview of an exam shows it. */
export type AnswerState = 'answered' | 'incomplete' | 'unanswered'

/** Whether the answer is complete: it has each prompt of a matching, and each rank of an ordering. */
export function isComplete(question: QuestionKey, answer: Answer | null): boolean {
  const kind = kindOf(question)
  const read = answer && kind.read(question, answer)
  return read !== null && kind.isComplete(question, read)
}

export function answerState(question: QuestionKey, answer: Answer | null): AnswerState {
  if (answer === null) return 'unanswered'
  return isComplete(question, answer) ? 'answered' : 'incomplete'
}
