import { type Answer, answerSchema } from './answer'
import { answerFromFields } from './answer-form'
import { goSchema } from './read-answer-form'

/**
 * The posted form of a test question. The answer is null if it was left out; the result is null if the fields are not
 * such a form.
 */
export function readTestForm(
  fields: Iterable<readonly [string, unknown]>,
): { go: string; answer: Answer | null } | null {
  const entries = [...fields]
  const go = goSchema.safeParse(entries.find(([name]) => name === 'go')?.[1])
  const answer = answerSchema.nullable().safeParse(answerFromFields(entries))
  return go.success && answer.success ? { go: go.data, answer: answer.data } : null
}
