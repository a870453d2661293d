import { z } from 'zod'
import { localizedSchema } from '../../../locale'
import { commonFields, idSchema, optionSchema } from '../../question-parts'

export const completingSchema = z.strictObject({
  ...commonFields,
  kind: z.literal('completing'),
  /** The charge or the reasons. `{b1}` is the place of the blank “b1”. */
  passage: localizedSchema,
  /** The choices of all blanks. */
  options: z
    .array(z.strictObject({ ...optionSchema.shape, blank: idSchema }))
    .min(4)
    .max(24),
  /** Blank id → option id. */
  correct: z.record(idSchema, idSchema),
})
