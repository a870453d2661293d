import type { QuestionKey } from '../course/question'
import type { Answer } from './answer'

/**
 * The answer in the form its question asks for, or null when it does not fit: unknown or repeated ids, two ids for a
 * single choice, an incomplete order. A partial matching is kept: it is saved as she goes. An empty answer is null.
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
  if (!Array.isArray(answer) || answer.length === 0) return null
  if (!answer.every((id) => known.has(id)) || new Set(answer).size !== answer.length) return null
  if (question.kind === 'ordering') return answer.length === question.options.length ? answer : null
  return question.kind === 'multiple' || answer.length === 1 ? answer : null
}
