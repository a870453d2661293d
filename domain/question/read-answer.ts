import type { Answer } from './answer'
import { kindOf } from './kinds/kinds'
import type { QuestionKey } from './question'

/**
 * The answer in the type of its question; null if it is empty or does not fit: unknown or repeated ids, two ids for a
 * single choice. A partial matching or ordering is valid, because it is saved while she works on it.
 */
export function readAnswer(question: QuestionKey, answer: Answer | null): Answer | null {
  return answer && kindOf(question).read(question, answer)
}

/** The same for an answer that is judged at once: an order must be complete. */
export function readFinalAnswer(question: QuestionKey, answer: Answer): Answer | null {
  const kind = kindOf(question)
  const read = kind.read(question, answer)
  return read && kind.isFinal(read) ? read : null
}
