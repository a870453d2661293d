import { z } from 'zod'
import { commonFields, idSchema, optionsSchema } from '../../question-parts'

export const orderingSchema = z.strictObject({
  ...commonFields,
  kind: z.literal('ordering'),
  options: optionsSchema,
  /** From first to last. */
  correct: z.array(idSchema).min(3),
})
