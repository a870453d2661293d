import { z } from 'zod'
import { localizedSchema } from '../locale'
import { lessonRefSchema } from './lesson-ref'

const itemSchema = z.strictObject({ text: localizedSchema, cites: z.array(z.string()).min(1) })
const idSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
/** The day (ISO) up to which the law was read when this was written. */
const lawDateSchema = z.iso.date()

/** library/checklists.yaml: what to check before an article is applied. One checklist per provision. */
export const checklistSchema = z.strictObject({
  provision: idSchema,
  lawDate: lawDateSchema,
  items: z.array(itemSchema).min(2),
})
export type Checklist = z.infer<typeof checklistSchema>

/** library/procedure-checklists.yaml: what to go through at a step of the procedure, in the order of the page. */
export const procedureChecklistSchema = z.strictObject({
  id: idSchema,
  title: localizedSchema,
  /** Who uses the list, and when. */
  lead: localizedSchema,
  /** The lessons that teach the step. */
  lessons: z.array(lessonRefSchema).min(1),
  lawDate: lawDateSchema,
  items: z.array(itemSchema).min(6),
})
export type ProcedureChecklist = z.infer<typeof procedureChecklistSchema>
