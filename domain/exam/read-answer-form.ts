import { z } from 'zod'
import { certaintySchema } from '../question/answer'
import { answerFromFields } from '../question/answer-form'
import { readGo } from './read-go'
import { type SavedAnswer, savedAnswerSchema } from './save-answer'

const formSchema = z.object({
  attempt: z.uuid(),
  go: z.string(),
  certainty: certaintySchema.nullable(),
  flagged: z.boolean(),
})
export type AnswerForm = { attemptId: string; go: string; saved: SavedAnswer }

/**
 * Reads the complete form of a question, so that a cleared answer is stored as cleared; null if the fields are not such
 * a form.
 */
export function readAnswerForm(fields: Iterable<readonly [string, unknown]>, position: number): AnswerForm | null {
  const entries = [...fields]
  const field = (name: string) => entries.find(([key]) => key === name)?.[1] ?? null
  const form = formSchema.safeParse({
    attempt: field('attempt'),
    go: readGo(entries, position),
    certainty: field('certainty'),
    flagged: field('flagged') !== null,
  })
  if (!form.success) return null
  const { attempt, go, certainty, flagged } = form.data
  const saved = savedAnswerSchema.safeParse({
    position,
    answer: answerFromFields(entries),
    certainty,
    flagged,
    ageMs: 0,
  })
  return saved.success ? { attemptId: attempt, go, saved: saved.data } : null
}
