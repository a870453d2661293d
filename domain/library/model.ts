import { z } from 'zod'
import { localizedSchema } from '../locale'
import { lessonRefSchema } from './lesson-ref'

/** The kinds of parts of a model, by their layout on paper. */
export const MODEL_PARTS = ['head', 'title', 'heading', 'text', 'decision', 'signature'] as const

/**
 * library/models/<id>.yaml: an invented model of a decision, a mention or a letter. Its Arabic is the wording, the other
 * languages are for understanding. The places to fill in are in square brackets.
 */
export const modelSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** The place in the list, from 1. */
  order: z.number().int().positive(),
  title: localizedSchema,
  /** Who uses it, when, and what it leaves open. */
  lead: localizedSchema,
  /** The lessons that teach what it is for. */
  lessons: z.array(lessonRefSchema).min(1),
  lawDate: z.iso.date(),
  parts: z
    .array(
      z.strictObject({
        as: z.enum(MODEL_PARTS),
        text: localizedSchema,
        /** The provisions that the part applies. */
        cites: z.array(z.string()).min(1).optional(),
        /** A note for the drafter, which is not part of the wording. */
        note: localizedSchema.optional(),
      }),
    )
    .min(6),
})
export type Model = z.infer<typeof modelSchema>
export type ModelPart = Model['parts'][number]

/** Everything that a model cites, each once. */
export function citesOfModel({ parts }: Pick<Model, 'parts'>): string[] {
  return [...new Set(parts.flatMap(({ cites = [] }) => cites))]
}
