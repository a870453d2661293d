import type { QuestionKey } from '../course/question'
import type { Answer } from './answer'

/**
 * The answer in the form its question asks for, or null when it does not fit: unknown or repeated ids, two ids for a
 * single choice. A partial matching or order is kept: it is saved as she goes. An empty answer is null.
 */
export function readAnswer(question: QuestionKey, answer: Answer): Answer | null {
  const known = new Set(question.options.map((option) => option.id))
  if (question.kind === 'matching') {
    if (Array.isArray(answer)) return null
    const prompts = new Set(question.prompts.map((prompt) => prompt.id))
    const pairs = Object.entries(answer)
    const fits = pairs.every(([prompt, option]) => prompts.has(prompt) && known.has(option))
    return fits && pairs.length > 0 ? answer : null
  }
  if (!Array.isArray(answer)) return question.kind === 'ordering' && isOrderInTheMaking(answer, known) ? answer : null
  if (answer.length === 0) return null
  if (!answer.every((id) => known.has(id)) || new Set(answer).size !== answer.length) return null
  if (question.kind === 'ordering') return answer.length === question.options.length ? answer : null
  return question.kind === 'multiple' || answer.length === 1 ? answer : null
}

/** The same where an answer is judged at once: an order must be whole. */
export function readFinalAnswer(question: QuestionKey, answer: Answer): Answer | null {
  return question.kind === 'ordering' && !Array.isArray(answer) ? null : readAnswer(question, answer)
}

/** Ranks of some options; each given once, they would be an order. */
function isOrderInTheMaking(ranks: Record<string, string>, known: ReadonlySet<string>): boolean {
  const possible = new Set([...known].map((_, place) => `${place + 1}`))
  const given = Object.entries(ranks)
  const isWhole = new Set(Object.values(ranks)).size === known.size
  return given.length > 0 && !isWhole && given.every(([id, rank]) => known.has(id) && possible.has(rank))
}
