import { z } from 'zod'
import { localizedSchema } from '../locale'

const idSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
/** `cp-448-1`, `cp-448-1#2` (paragraph 2), `cp-448-3#1.4` (item 4 of paragraph 1). */
export const citationSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*(#\d+(\.\d+)?)?$/)
const citesSchema = z.array(citationSchema).min(1)

const optionSchema = z.strictObject({
  id: idSchema,
  text: localizedSchema,
  feedback: localizedSchema,
  cites: citesSchema,
})
const common = {
  id: idSchema,
  objective: idSchema,
  /** Turns on a short invented fact pattern rather than recall. */
  pattern: z.boolean().default(false),
  stem: localizedSchema,
  explanation: localizedSchema,
  cites: citesSchema,
  /** `lesson#section` to read again. */
  reread: z.string().regex(/^[a-z0-9-]+#[a-z0-9-]+$/),
}
const optionsSchema = z.array(optionSchema).min(2).max(6)
const truthSchema = z.strictObject({ ...optionSchema.omit({ text: true }).shape, id: z.enum(['true', 'false']) })

/** A question with its answer. Stays on the server: see `withoutAnswers`. */
export const questionKeySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('single'),
    options: optionsSchema,
    correct: z.array(idSchema).length(1),
  }),
  z.strictObject({ ...common, kind: z.literal('multiple'), options: optionsSchema, correct: z.array(idSchema).min(2) }),
  z.strictObject({
    ...common,
    kind: z.literal('true-false'),
    options: z.array(truthSchema).length(2),
    correct: z.array(z.enum(['true', 'false'])).length(1),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('matching'),
    prompts: z
      .array(z.strictObject({ id: idSchema, text: localizedSchema }))
      .min(2)
      .max(6),
    options: optionsSchema,
    correct: z.record(idSchema, idSchema),
  }),
  z.strictObject({ ...common, kind: z.literal('ordering'), options: optionsSchema, correct: z.array(idSchema).min(3) }),
])
export type QuestionKey = z.infer<typeof questionKeySchema>
export type QuestionKind = QuestionKey['kind']

/** True and false carry no text of their own: the interface supplies it. */
export type PublicOption = { id: string; text: z.infer<typeof localizedSchema> | null }
export type PublicQuestion = {
  id: string
  kind: QuestionKind
  stem: z.infer<typeof localizedSchema>
  prompts: readonly { id: string; text: z.infer<typeof localizedSchema> }[]
  options: readonly PublicOption[]
}

/** The question as the browser may see it, its options in `order` (ids). Built by listing what goes out. */
export function withoutAnswers(question: QuestionKey, order?: readonly string[]): PublicQuestion {
  const options = question.options.map((option) => ({ id: option.id, text: 'text' in option ? option.text : null }))
  return {
    id: question.id,
    kind: question.kind,
    stem: question.stem,
    prompts: question.kind === 'matching' ? question.prompts.map(({ id, text }) => ({ id, text })) : [],
    options: order ? order.flatMap((id) => options.filter((option) => option.id === id)) : options,
  }
}

/** Whether the words of two questions are the same to whoever is asked: an answer to the one is an answer to the other. */
export function isAskedAlike(one: QuestionKey, other: QuestionKey): boolean {
  return JSON.stringify(withoutAnswers(one)) === JSON.stringify(withoutAnswers(other))
}

/** Whether two questions are asked alike and have the same right answer. */
export function isGradedAlike(one: QuestionKey, other: QuestionKey): boolean {
  return isAskedAlike(one, other) && JSON.stringify(one.correct) === JSON.stringify(other.correct)
}
