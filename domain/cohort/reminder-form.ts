import { z } from 'zod'
import { FIELD_LIMITS } from '../form/field-limits'
import { textFields } from '../form/form-fields'
import { lineSchema } from '../form/plain-line'
import { MOST_SEATS, optional } from './cohort-fields'
import { REMINDER_REASONS } from './reminding'

/** What is said with a press: about what, a word of one’s own or none, and who stood on the page (the ids of her places). */
export const reminderSchema = z.object({
  why: z.enum(REMINDER_REASONS, 'choose'),
  note: optional(lineSchema(FIELD_LIMITS.note)),
  shown: z
    .string()
    .transform((ids) => [...new Set(ids.split(' '))])
    .pipe(z.array(z.uuid()).max(MOST_SEATS)),
})
export type ReminderOrder = z.infer<typeof reminderSchema>

/** A word may be written on several lines; it is kept as one. */
export function readReminder(form: FormData) {
  const typed = textFields(form, ['why', 'note', 'shown'])
  return { ...typed, note: typed.note.replace(/[\r\n]+/g, ' ') }
}
