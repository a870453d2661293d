import { z } from 'zod'
import { localizedSchema } from '../../../locale'
import { commonFields, idSchema, optionSchema } from '../../question-parts'
import { UNITS } from './unit'

const askSchema = z.strictObject({
  id: idSchema,
  label: localizedSchema,
  unit: z.enum(UNITS),
  /** How far a number may be from the right one and still be right. */
  tolerance: z.number().min(0).default(0),
})

/** A result that is right or comes from a known mistake. Its id begins with a letter, so it is never a number. */
const resultSchema = z.strictObject({
  ...optionSchema.omit({ text: true }).shape,
  id: idSchema.regex(/^[a-z]/),
  /** The id of an entry of `asks`. */
  ask: idSchema,
  value: z.number().min(0),
})

/** The number as `readNumber` writes it. */
const numberSchema = z.string().regex(/^(0|[1-9]\d{0,11})(\.\d{0,5}[1-9])?$/)

export const computingSchema = z.strictObject({
  ...commonFields,
  kind: z.literal('computing'),
  /** One number, such as a sum, or several, such as the minimum and the maximum of a penalty. */
  asks: z.array(askSchema).min(1).max(4),
  options: z.array(resultSchema).min(2).max(16),
  /** Ask id → the right number. */
  correct: z.record(idSchema, numberSchema),
  /** The steps of the computation, shown after an answer. */
  steps: z.array(localizedSchema).min(1).max(8),
})
