import { z } from 'zod'
import { localeSchema, localizedSchema } from '../locale'
import { CONFIDENCES } from './provision'

const variantsSchema = z.array(z.string().min(1)).optional()

/**
 * One entry of library/glossary.yaml. `forbids` lists variants that the courses and the library must not use for it.
 */
export const termSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  ar: z.string().min(1),
  fr: z.string().min(1),
  en: z.string().min(1),
  /** The source of the wording. */
  source: localizedSchema,
  confidence: z.enum(CONFIDENCES),
  note: localizedSchema.optional(),
  cites: z.array(z.string()).optional(),
  forbids: z.strictObject({ ar: variantsSchema, fr: variantsSchema, en: variantsSchema }).optional(),
})
export type Term = z.infer<typeof termSchema>

/** The same as a release stores it. Older releases have the source once, in French, for all languages. */
export const keptTermSchema = termSchema.extend({
  source: z.union([
    localizedSchema,
    z
      .string()
      .min(1)
      .transform((text) => ({ ar: text, fr: text, en: text })),
  ]),
})

/**
 * One entry of library/forbidden-terms.yaml: a wording that belongs to no glossary term, and the one to use instead.
 */
export const forbiddenTermSchema = z.strictObject({
  language: localeSchema,
  variant: z.string().min(1),
  use: z.string().min(1),
  why: z.string().min(1),
})
export type ForbiddenTerm = z.infer<typeof forbiddenTermSchema>
