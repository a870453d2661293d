import { type Answer, answerSchema } from './answer'
import { answerFromFields } from './answer-form'
import { goSchema } from './read-answer-form'

/** A question of a test as its form was posted: null as its answer when it was left out; null when it is no such form. */
export function readTestForm(
  fields: Iterable<readonly [string, unknown]>,
): { go: string; answer: Answer | null } | null {
  const entries = [...fields]
  const go = goSchema.safeParse(entries.find(([name]) => name === 'go')?.[1])
  const answer = answerSchema.nullable().safeParse(answerFromFields(entries))
  return go.success && answer.success ? { go: go.data, answer: answer.data } : null
}
