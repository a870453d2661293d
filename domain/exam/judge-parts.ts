import type { QuestionKey } from '../course/question'
import type { Answer } from './answer'

/** One thing that a question asks for, with what she chose and what is right. */
export type JudgedPart = {
  /** Id of the prompt, or the place in the order from 1; null where the question itself asks. */
  asks: string | number | null
  /** Id of the option she chose; null for none. */
  chosen: string | null
  /** Id of the option that belongs here; null for an option that was ticked and belongs nowhere. */
  right: string | null
  correct: boolean
}

/**
 * An answer part by part: the pairs of a matching, the places of an order, else the options that she chose followed by the
 * right ones that she did not.
 */
export function judgeParts(question: QuestionKey, answer: Answer | null): JudgedPart[] {
  if (question.kind === 'matching') {
    const pairs = answer && !Array.isArray(answer) ? answer : {}
    return question.prompts.map(({ id }) => judge(id, pairs[id], question.correct[id]))
  }
  const picked = Array.isArray(answer) ? answer : []
  if (question.kind === 'ordering') {
    return question.correct.map((id, place) => judge(place + 1, picked[place] ?? inTheMaking(answer, place), id))
  }
  const correct: readonly string[] = question.correct
  if (question.kind !== 'multiple') return [judge(null, picked[0], correct[0])]
  const chosen = picked.map((id) =>
    judge(
      null,
      id,
      correct.find((one) => one === id),
    ),
  )
  const missed = correct.filter((id) => !picked.includes(id)).map((id) => judge(null, undefined, id))
  return [...chosen, ...missed]
}

/** What has this place in an order that is not whole; none where two have. */
function inTheMaking(answer: Answer | null, place: number): string | undefined {
  if (answer === null || Array.isArray(answer)) return undefined
  const ids = Object.keys(answer).filter((id) => answer[id] === `${place + 1}`)
  return ids.length === 1 ? ids[0] : undefined
}

function judge(asks: JudgedPart['asks'], given: string | undefined, right: string | undefined): JudgedPart {
  const chosen = given || null
  return { asks, chosen, right: right ?? null, correct: chosen !== null && chosen === right }
}
