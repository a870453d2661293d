import { z } from 'zod'
import { commonFields, optionSchema } from '../../question-parts'

const truthSchema = z.enum(['true', 'false'])

/** The options have no text: the interface supplies it. */
export const trueFalseSchema = z.strictObject({
  ...commonFields,
  kind: z.literal('true-false'),
  options: z.array(z.strictObject({ ...optionSchema.omit({ text: true }).shape, id: truthSchema })).length(2),
  correct: z.array(truthSchema).length(1),
})
