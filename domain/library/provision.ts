import { z } from 'zod'
import { localizedSchema } from '../locale'

const idSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
/** `2` = paragraph 2, `2.1` = item 1 of paragraph 2. */
export const paragraphIdSchema = z.string().regex(/^[1-9]\d*(\.[1-9]\d*)?$/)
const wordingSchema = z.record(paragraphIdSchema, z.string().min(1))
const rowSchema = z.strictObject({
  ar: z.array(paragraphIdSchema).default([]),
  fr: z.array(paragraphIdSchema).default([]),
})

export const CONFIDENCES = ['high', 'medium', 'low'] as const

const readingShape = {
  id: idSchema,
  /** The first day in force; null if the sources do not state it. */
  inForceFrom: z.iso.date().nullable(),
  /** The last day in force; absent while it is in force. */
  inForceUntil: z.iso.date().optional(),
  /** The date of the state that was read: of its consolidation, or else of its publication. */
  readAt: z.iso.date().nullable(),
  /** The text that was read is a consolidation, which includes all amendments. */
  consolidated: z.boolean().optional(),
  source: localizedSchema,
  url: z.url({ protocol: /^https$/ }).optional(),
  confidence: z.enum(CONFIDENCES),
}

/** How the copy that was read prints some words, and how they are given here. */
const repairSchema = z.strictObject({ printed: z.string().min(1), given: z.string().min(1) })

/** One version of a provision in time, quoted: Arabic prevails, with French if an official one exists. */
const textVersionSchema = z
  .strictObject({
    ...readingShape,
    /** `high`: the exact letters of the copy. `medium`: each difference is listed in `repairs`. `low`: see `traps`. */
    confidence: z.enum(CONFIDENCES),
    repairs: z.array(repairSchema).min(1).optional(),
    /** The paragraphs after which it is uncertain whether the copy begins another one. */
    uncertainBreaks: z.array(paragraphIdSchema).min(1).optional(),
    /** The day on which the text was compared with the Bulletin officiel; absent until then. */
    collated: z.iso.date().optional(),
    /** The introduction of the amending law before the text. */
    preamble: z.strictObject({ ar: z.string().min(1), fr: z.string().min(1).optional() }).optional(),
    text: z.strictObject({ ar: wordingSchema, fr: wordingSchema.optional() }),
    /**
     * The rows of the bilingual block, in order: the two languages do not always have the same paragraphs. Where there
     * is no French, each Arabic paragraph is a row.
     */
    alignment: z.array(rowSchema).min(1).optional(),
    /** The content in our own words, for readers who do not read the Arabic: most texts have no official translation. */
    summary: localizedSchema.optional(),
  })
  // `alignment` comes before `summary`, as in a file with written rows, so that both give the same JSON.
  .transform(({ alignment, summary, ...version }) => ({
    ...version,
    alignment: alignment ?? rowsOf(version.text.ar),
    ...(summary && { summary }),
  }))

function rowsOf(wording: Readonly<Record<string, string>>): z.infer<typeof rowSchema>[] {
  return Object.keys(wording)
    .toSorted(byPlace)
    .map((id) => ({ ar: [id], fr: [] }))
}

/** The keys of an object are not in the order of the file: JavaScript puts all whole numbers first. */
export function byPlace(a: string, b: string): number {
  const [placeA, placeB] = [a, b].map((id) => id.split('.').map(Number))
  return (placeA?.[0] ?? 0) - (placeB?.[0] ?? 0) || (placeA?.[1] ?? 0) - (placeB?.[1] ?? 0)
}

/** One version of a provision in time, in our own words. */
const cardVersionSchema = z.strictObject({
  ...readingShape,
  summary: localizedSchema,
  /** Who has the text, for a document without a public address. */
  askAt: localizedSchema.optional(),
})

const provisionShape = {
  id: idSchema,
  instrument: idSchema,
  /** As printed: `448-1`. Null for a text cited as a whole: a treaty, a guide, a circular. */
  number: z.string().min(1).nullable(),
  title: localizedSchema,
  /** Notes on places where the French differs from the Arabic, or where a reader is easily misled. */
  traps: z.array(z.strictObject({ cites: z.array(z.string()).min(1), text: localizedSchema })).default([]),
}

/** library/law/<instrument>/<id>.yaml. The newest version comes first. */
export const provisionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...provisionShape, kind: z.literal('text'), versions: z.array(textVersionSchema).min(1) }),
  z.strictObject({ ...provisionShape, kind: z.literal('card'), versions: z.array(cardVersionSchema).min(1) }),
])
export type Provision = z.infer<typeof provisionSchema>
export type ProvisionVersion = Provision['versions'][number]
export type TextVersion = z.infer<typeof textVersionSchema>
