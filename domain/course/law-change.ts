import { z } from 'zod'
import { localizedSchema } from '../locale'

const daySchema = z.iso.date()
const namesSchema = z.array(z.string().min(1)).default([])

/**
 * An entry of courses/<course>/law-changes.yaml: what the law changed between two law dates of the course. `what` is
 * told to people who hold a certificate of the earlier date.
 */
export const lawChangeSchema = z.strictObject({
  since: daySchema,
  lawDate: daySchema,
  what: localizedSchema,
  /** The provisions or paragraphs that changed. A law update shows the sections and questions that cite them. */
  changed: namesSchema,
  /** Provisions that changed without any consequence for the course. */
  untouched: namesSchema,
  /** Sections (`lesson#section`) and questions that belong to the change, although they cite no changed provision. */
  also: namesSchema,
  /** Sections and questions that cite a changed provision, but did not change in substance. */
  without: namesSchema,
})
export const lawChangesSchema = z.array(lawChangeSchema)
export type LawChange = z.infer<typeof lawChangeSchema>

/** The days (ISO) between which the law changed: after the first, up to the second. */
export type LawSpan = Pick<LawChange, 'since' | 'lawDate'>
