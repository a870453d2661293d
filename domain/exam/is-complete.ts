import type { QuestionKey } from '../course/question'
import type { Answer } from './answer'

/** How far a question is answered, as the map of an exam shows it. */
export type AnswerState = 'answered' | 'incomplete' | 'unanswered'

/** Whether all that the question asks for is answered: each prompt of a matching, each place of an order. */
export function isComplete(question: QuestionKey, answer: Answer | null): boolean {
  if (answer === null) return false
  if (question.kind === 'matching') {
    return !Array.isArray(answer) && question.prompts.every(({ id }) => Boolean(answer[id]))
  }
  if (!Array.isArray(answer)) return false
  if (question.kind === 'ordering') return question.options.every(({ id }) => answer.includes(id))
  return answer.length > 0
}

export function answerState(question: QuestionKey, answer: Answer | null): AnswerState {
  if (answer === null) return 'unanswered'
  return isComplete(question, answer) ? 'answered' : 'incomplete'
}
