import { z } from 'zod'
import { localizedSchema } from '../locale'

const idSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

/** library/indicators/<form>.yaml: the indicators of one form of exploitation, or those common to all. */
export const indicatorGroupSchema = z.strictObject({
  id: idSchema,
  /** The place in the list, from 1. */
  order: z.number().int().positive(),
  title: localizedSchema,
  lead: localizedSchema,
  indicators: z
    .array(
      z.strictObject({
        id: idSchema,
        text: localizedSchema,
        /** An open question that may be put to the person, or what to find out without asking. It suggests no answer. */
        ask: localizedSchema,
        /** What to write down of what was seen or heard. */
        record: localizedSchema,
        concerns: z.enum(['anyone', 'adults', 'children']).default('anyone'),
        /** The sources of the indicator: a document of the library, and the provision that it concerns. */
        cites: z.array(z.string()).min(1),
      }),
    )
    .min(1),
  lawDate: z.iso.date(),
})
export type IndicatorGroup = z.infer<typeof indicatorGroupSchema>
