import { z } from 'zod'
import { localizedSchema } from '../locale'

const daySchema = z.iso.date()
const namesSchema = z.array(z.string().min(1)).default([])

/**
 * An entry of courses/<course>/law-changes.yaml: what the law changed between two days up to which the course read it.
 * `what` is told to whoever holds a certificate of the earlier day.
 */
export const lawChangeSchema = z.strictObject({
  since: daySchema,
  lawDate: daySchema,
  what: localizedSchema,
  /** The provisions or paragraphs that changed: what cites them is read and asked again. */
  changed: namesSchema,
  /** Those that changed without a consequence for what the course says. */
  untouched: namesSchema,
  /** Sections (`lesson#section`) and questions that belong to the change and cite none of these. */
  also: namesSchema,
  /** Sections and questions that cite them and did not change in substance. */
  without: namesSchema,
})
export const lawChangesSchema = z.array(lawChangeSchema)
export type LawChange = z.infer<typeof lawChangeSchema>

/** The days (ISO) between which the law changed: after the first, up to the second. */
export type LawSpan = Pick<LawChange, 'since' | 'lawDate'>
