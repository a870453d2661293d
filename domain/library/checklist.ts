import { z } from 'zod'
import { localizedSchema } from '../locale'

/** library/checklists.yaml: what to check before an article is applied. One checklist per provision. */
export const checklistSchema = z.strictObject({
  provision: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** The day (ISO) up to which the law was read when this was written. */
  lawDate: z.iso.date(),
  items: z.array(z.strictObject({ text: localizedSchema, cites: z.array(z.string()).min(1) })).min(2),
})
export type Checklist = z.infer<typeof checklistSchema>
