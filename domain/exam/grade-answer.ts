import type { QuestionKey } from '../course/question'
import type { Answer } from './answer'
import { readAnswer } from './read-answer'

/** Points for one question, in [0, 1]. No answer, or one that does not fit the question, earns 0. */
export function gradeAnswer(question: QuestionKey, answer: Answer | null): number {
  const read = answer && readAnswer(question, answer)
  if (!read) return 0
  if (question.kind === 'matching') {
    const right = question.prompts.filter(({ id }) => !Array.isArray(read) && read[id] === question.correct[id]).length
    return right / question.prompts.length
  }
  if (!Array.isArray(read)) return 0 // an order still in the making
  const picked: readonly string[] = read
  if (question.kind === 'ordering') return picked.every((id, place) => id === question.correct[place]) ? 1 : 0
  if (question.kind !== 'multiple') return picked[0] === question.correct[0] ? 1 : 0
  // Right minus wrong, floored at zero: ticking every box must not score full marks.
  const right = picked.filter((id) => question.correct.includes(id)).length
  const wrong = picked.length - right
  return Math.max(0, (right - wrong) / question.correct.length)
}
