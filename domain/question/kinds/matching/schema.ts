import { z } from 'zod'
import { localizedSchema } from '../../../locale'
import { commonFields, idSchema, optionsSchema } from '../../question-parts'

export const matchingSchema = z.strictObject({
  ...commonFields,
  kind: z.literal('matching'),
  prompts: z
    .array(z.strictObject({ id: idSchema, text: localizedSchema }))
    .min(2)
    .max(6),
  options: optionsSchema,
  /** Prompt id → option id. */
  correct: z.record(idSchema, idSchema),
})
