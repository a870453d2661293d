import { type Answer, type Certainty, certaintySchema } from '../question/answer'
import { answerFromFields } from '../question/answer-form'
import { typedAnswer } from '../question/kinds/computing/form'
import { MOVE, movedOption } from '../question/kinds/move'
import type { QuestionKey } from '../question/question'
import { readAnswer, readFinalAnswer } from '../question/read-answer'

/** The content of the form of one question. */
export type AskedForm =
  | { kind: 'given'; answer: Answer; certainty: Certainty | null }
  /** She has moved an option of an order, and has not answered yet. `at`: the option that moved. */
  | { kind: 'draft'; draft: Answer; certainty: Certainty | null; at: string | null }
  /** There is no complete answer to judge. `answer`: the part that was given, or the text typed as a number. */
  | { kind: 'missing'; answer: Answer | null; certainty: Certainty | null }

/** Reads the form of a question that is judged at once. @see AskedQuestion */
export function readAskedForm(question: QuestionKey, fields: Iterable<readonly [string, unknown]>): AskedForm {
  const entries = [...fields]
  const field = (name: string) => entries.find(([key]) => key === name)?.[1]
  const certainty = certaintySchema.safeParse(field('certainty')).data ?? null
  const given = answerFromFields(entries)
  const final = given && readFinalAnswer(question, given)
  const move = field(MOVE)
  if (final && move !== undefined) return { kind: 'draft', draft: final, certainty, at: movedOption(move) }
  if (final) return { kind: 'given', answer: final, certainty }
  return { kind: 'missing', answer: readAnswer(question, given) ?? typedAnswer(entries), certainty }
}
