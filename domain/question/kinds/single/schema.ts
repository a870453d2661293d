import { z } from 'zod'
import { commonFields, idSchema, optionsSchema } from '../../question-parts'

export const singleSchema = z.strictObject({
  ...commonFields,
  kind: z.literal('single'),
  options: optionsSchema,
  correct: z.array(idSchema).length(1),
})
