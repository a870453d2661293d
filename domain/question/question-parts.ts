import { z } from 'zod'
import { localizedSchema } from '../locale'

export const idSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
/** `cp-448-1`, `cp-448-1#2` (paragraph 2), `cp-448-3#1.4` (item 4 of paragraph 1). */
const citationSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*(#\d+(\.\d+)?)?$/)
const citesSchema = z.array(citationSchema).min(1)

export const optionSchema = z.strictObject({
  id: idSchema,
  text: localizedSchema,
  feedback: localizedSchema,
  cites: citesSchema,
})
export const optionsSchema = z.array(optionSchema).min(2).max(6)

/** The fields that questions of every kind have. */
export const commonFields = {
  id: idSchema,
  objective: idSchema,
  /** The question tests judgement on a short invented set of facts rather than recall. */
  pattern: z.boolean().default(false),
  stem: localizedSchema,
  explanation: localizedSchema,
  /** What helps at a second try in a step of a lesson. It is never sent before, and never in an exam. */
  hint: localizedSchema.optional(),
  cites: citesSchema,
  /** The `lesson#section` to read again. */
  reread: z.string().regex(/^[a-z0-9-]+#[a-z0-9-]+$/),
}
