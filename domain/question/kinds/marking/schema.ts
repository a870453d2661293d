import { z } from 'zod'
import { localizedSchema } from '../../../locale'
import { commonFields, idSchema, optionSchema } from '../../question-parts'

export const markingSchema = z.strictObject({
  ...commonFields,
  kind: z.literal('marking'),
  /** The document. `{a}` is the place of the span “a”. */
  passage: localizedSchema,
  /** The spans that can be marked, with their words. */
  options: z.array(optionSchema).min(3).max(8),
  correct: z.array(idSchema).min(1),
})
