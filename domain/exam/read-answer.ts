import type { QuestionKey } from '../course/question'
import type { Answer } from './answer'
import { kindOf } from './kinds/kinds'

/**
 * The answer in the form its question asks for, or null when it does not fit: unknown or repeated ids, two ids for a
 * single choice. A partial matching or order is kept: it is saved as she goes. An empty answer is null.
 */
export function readAnswer(question: QuestionKey, answer: Answer | null): Answer | null {
  return answer && kindOf(question).read(question, answer)
}

/** The same where an answer is judged at once: an order must be whole. */
export function readFinalAnswer(question: QuestionKey, answer: Answer): Answer | null {
  const kind = kindOf(question)
  const read = kind.read(question, answer)
  return read && kind.isFinal(read) ? read : null
}
