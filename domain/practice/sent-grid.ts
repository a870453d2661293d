import { z } from 'zod'

/** What a page of a grid sends: the attempt, its version on that page, the release it was read in, and its fields. */
export type SentGrid = {
  number: number
  version: number
  releaseId: string
  /** The key of the person to whom the page was shown; null if the page does not say it. */
  owner: string | null
  /** The random id of the page and the count of its changes; null without a script. */
  writer: string | null
  step: number
  field: (name: string) => readonly string[]
}

const MAX_STEP = 1_000_000

/** An empty field of the form is one that no script has filled. */
const ifFilled = (value: unknown) => value || null

const placeSchema = z.object({
  number: z.coerce.number().int().positive().max(10_000),
  version: z.coerce.number().int().nonnegative().max(1_000_000),
  releaseId: z.string().max(40),
  owner: z.preprocess(ifFilled, z.string().max(40).nullable()),
  writer: z.preprocess(ifFilled, z.uuid().nullable()),
  step: z.coerce.number().int().nonnegative().max(MAX_STEP),
})

type Place = Exclude<keyof SentGrid, 'field'>

/** Null if the form is not one of ours. */
export function sentGridIn({ field, ...place }: Record<Place, unknown> & Pick<SentGrid, 'field'>): SentGrid | null {
  const read = placeSchema.safeParse(place)
  return read.success ? { ...read.data, field } : null
}

/**
 * The same as JSON, as the script of the page sends it. A page that was opened before its script sent the owner and the
 * writer is still accepted.
 */
export const sentGridSchema = z.strictObject({
  caseId: z.string().max(80),
  number: z.number().int().positive().max(10_000),
  version: z.number().int().nonnegative().max(1_000_000),
  releaseId: z.string().max(40),
  owner: z.string().max(40).nullable().default(null),
  writer: z.uuid().nullable().default(null),
  step: z.number().int().nonnegative().max(MAX_STEP).default(0),
  /** The ids that are ticked, by the name of their field. */
  fields: z.record(z.string().max(40), z.array(z.string().max(60)).max(99)),
})
