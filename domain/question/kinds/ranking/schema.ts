import { z } from 'zod'
import { commonFields, idSchema, optionsSchema } from '../../question-parts'

export const rankingSchema = z.strictObject({
  ...commonFields,
  kind: z.literal('ranking'),
  options: optionsSchema.min(3),
  /** Option id → its place from "1"; steps that may be taken at the same time share a place. */
  correct: z.record(idSchema, z.string().regex(/^[1-6]$/)),
})
