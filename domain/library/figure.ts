import { z } from 'zod'
import { localizedSchema } from '../locale'
import { looseDateSchema } from './decision'
import { CONFIDENCES } from './provision'

const idSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

/**
 * One published value. Values of different sources are listed side by side: the library does not decide between them.
 */
const valueSchema = z.strictObject({
  value: z.number().nonnegative(),
  source: idSchema,
  confidence: z.enum(CONFIDENCES),
  note: localizedSchema.optional(),
})

/** library/figures/<id>.yaml: a published series, with its sources and their contradictions. */
export const figureSchema = z.strictObject({
  id: idSchema,
  order: z.number().int().positive(),
  title: localizedSchema,
  lead: localizedSchema,
  /** What is counted: cases, persons prosecuted, victims, per cent. */
  unit: localizedSchema,
  /** The heading of the first column: year, form of exploitation … */
  axis: localizedSchema,
  series: z.array(z.strictObject({ id: idSchema, label: localizedSchema })).min(1),
  rows: z
    .array(
      z.strictObject({
        label: z.union([localizedSchema, z.string().min(1)]),
        /** The values by series. The first value is the one drawn; an empty list means that none is known. */
        values: z.record(idSchema, z.array(valueSchema)),
      }),
    )
    .min(1),
  notes: z.array(localizedSchema).default([]),
  sources: z
    .array(
      z.strictObject({
        id: idSchema,
        label: localizedSchema,
        date: looseDateSchema.nullable(),
        url: z.url({ protocol: /^https$/ }).optional(),
      }),
    )
    .min(1),
})
export type Figure = z.infer<typeof figureSchema>
