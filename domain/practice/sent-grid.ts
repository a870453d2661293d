import { z } from 'zod'

/** What a page of a grid sends: the attempt, its version on that page, the release it was read in, and its fields. */
export type SentGrid = {
  number: number
  version: number
  releaseId: string
  field: (name: string) => readonly string[]
}

const placeSchema = z.object({
  number: z.coerce.number().int().positive().max(10_000),
  version: z.coerce.number().int().nonnegative().max(1_000_000),
  releaseId: z.string().max(40),
})

/** Null if the form is not one of ours. */
export function sentGridIn({
  field,
  ...place
}: Record<'number' | 'version' | 'releaseId', unknown> & Pick<SentGrid, 'field'>): SentGrid | null {
  const read = placeSchema.safeParse(place)
  return read.success ? { ...read.data, field } : null
}

/** The same as JSON, as the script of the page sends it. */
export const sentGridSchema = z.strictObject({
  caseId: z.string().max(80),
  number: z.number().int().positive().max(10_000),
  version: z.number().int().nonnegative().max(1_000_000),
  releaseId: z.string().max(40),
  /** The ids that are ticked, by the name of their field. */
  fields: z.record(z.string().max(40), z.array(z.string().max(60)).max(99)),
})
