import { type Answer, answerSchema } from '../question/answer'
import { answerFromFields } from '../question/answer-form'
import { readGo } from './read-go'

/**
 * The posted form of a test question. The answer is null if it was left out; the result is null if the fields are not
 * such a form.
 */
export function readTestForm(
  fields: Iterable<readonly [string, unknown]>,
  position: number,
): { go: string; answer: Answer | null } | null {
  const entries = [...fields]
  const go = readGo(entries, position)
  const answer = answerSchema.nullable().safeParse(answerFromFields(entries))
  return go !== null && answer.success ? { go, answer: answer.data } : null
}
