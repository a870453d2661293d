import { z } from 'zod'
import { localizedSchema } from '../locale'
import { CONFIDENCES } from './provision'

const idSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

/** The families by which keywords of decisions are sorted and filtered. */
export const KEYWORD_FAMILIES = ['act', 'means', 'purpose', 'form', 'victim', 'procedure'] as const
export type KeywordFamily = (typeof KEYWORD_FAMILIES)[number]

/** library/keywords.yaml: one keyword of the case-law compendium. */
export const keywordSchema = z.strictObject({ id: idSchema, family: z.enum(KEYWORD_FAMILIES), label: localizedSchema })
export type Keyword = z.infer<typeof keywordSchema>

/** `2024`, `2024-05` or `2024-05-17`: as exact as the sources are. */
export const looseDateSchema = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)

/** `abroad`: a court of another State. Like those of Strasbourg, its decisions are comparative law. */
export const ORIGINS = ['morocco', 'strasbourg', 'abroad'] as const

const shape = z.strictObject({
  id: idSchema,
  origin: z.enum(ORIGINS),
  /** The official case title for Strasbourg, a description for all others. */
  title: localizedSchema,
  court: localizedSchema,
  /** Null if the sources give none. */
  date: looseDateSchema.nullable(),
  /** The application or file number; null if it is not published. */
  reference: z.string().min(1).nullable(),
  keywords: z.array(idSchema).min(2),
  facts: localizedSchema,
  legalPoint: localizedSchema,
  outcome: localizedSchema,
  /** What is uncertain: an appeal that was not followed up, sources that differ. */
  reservation: localizedSchema.nullable(),
  /** The question asked before the holding is shown. */
  prediction: z.strictObject({
    question: localizedSchema,
    options: z
      .array(z.strictObject({ id: idSchema, text: localizedSchema }))
      .min(2)
      .max(4),
    holding: idSchema,
    comment: localizedSchema,
  }),
  cites: z.array(z.string()).min(1),
  /** A press page may name people: it is described, never linked. Only official pages carry a `url`. */
  sources: z.array(z.strictObject({ label: localizedSchema, url: z.url({ protocol: /^https$/ }).optional() })).min(1),
  /**
   * For a decision known from the press alone, whose judgment was not read: how many papers or sites report it, or
   * `several` if the sources do not count them. Absent otherwise.
   */
  papers: z.union([z.int().min(1), z.literal('several')]).optional(),
  /** The text was read on a private site that reproduces it, and never compared with the judgment. Absent otherwise. */
  reproduced: z.literal(true).optional(),
  confidence: z.enum(CONFIDENCES),
  /** The day (ISO) up to which the law was read when this was written. */
  lawDate: z.iso.date(),
})

/** library/cases/<id>.yaml: a decision in our own words, without the names of the persons concerned. */
export const decisionSchema = shape
  .refine(({ papers, reproduced, sources }) => papers !== undefined || reproduced || sources.some(({ url }) => url), {
    path: ['papers'],
    error:
      'is missing: no source is an official page, so say how many papers report the decision, or “reproduced: true” if a private site gives its text',
  })
  .refine(({ papers, reproduced }) => papers === undefined || !reproduced, {
    path: ['reproduced'],
    error: 'contradicts “papers”, which says that the judgment was not read: keep one',
  })
  .refine(({ papers, reproduced, confidence }) => (papers === undefined && !reproduced) || confidence !== 'high', {
    path: ['confidence'],
    error: 'cannot be “high”: the judgment itself was not read',
  })
export type Decision = z.infer<typeof decisionSchema>
