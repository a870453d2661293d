import { z } from 'zod'
import { emptyAsNull } from '../form/empty-as-null'
import { FIELD_LIMITS } from '../form/field-limits'
import { textFields } from '../form/form-fields'
import { lineSchema } from '../form/plain-line'
import { MOST_SEATS } from './cohort-fields'
import { REMINDER_REASONS } from './reminding'

/** The form of a reminder: the reason, an optional note, and the recipients on the page (the ids of their places). */
export const reminderSchema = z.object({
  why: z.enum(REMINDER_REASONS, 'choose'),
  note: emptyAsNull(lineSchema(FIELD_LIMITS.note)),
  shown: z
    .string()
    .transform((ids) => [...new Set(ids.split(' '))])
    .pipe(z.array(z.uuid()).max(MOST_SEATS)),
})
export type ReminderOrder = z.infer<typeof reminderSchema>

/** A note may be typed on several lines; it is stored as one. */
export function readReminder(form: FormData) {
  const typed = textFields(form, ['why', 'note', 'shown'])
  return { ...typed, note: typed.note.replace(/[\r\n]+/g, ' ') }
}
