import { z } from 'zod'
import { commonFields, idSchema, optionsSchema } from '../../question-parts'

export const multipleSchema = z.strictObject({
  ...commonFields,
  kind: z.literal('multiple'),
  options: optionsSchema,
  correct: z.array(idSchema).min(2),
})
