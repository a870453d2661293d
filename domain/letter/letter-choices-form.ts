import { z } from 'zod'
import { emptyAsNull } from '../form/empty-as-null'
import { textFields } from '../form/form-fields'
import { type Day, daySchema, nextDay } from '../time/day'
import { REMINDER_WAYS } from './letter-budget'

const LONGEST_PAUSE_DAYS = 366

/** A day from `first` on, within a year. */
export function dayFrom(first: Day) {
  return z
    .string()
    .trim()
    .refine((text) => daySchema.safeParse(text).success, 'day')
    .refine((text) => text >= first && text <= nextDay(first, LONGEST_PAUSE_DAYS), 'not-ahead')
}

const onOff = z.enum(['on', 'off'], 'choose').transform((choice) => choice === 'on')

/** The form on her page of letters. */
export function letterChoicesSchema(today: Day) {
  return z.object({
    reminders: z.enum(REMINDER_WAYS, 'choose'),
    reviews: onOff,
    announcements: onOff,
    pausedUntil: emptyAsNull(dayFrom(nextDay(today))),
  })
}

/** The further choices of staff, on the same page. */
export const workChoicesSchema = z.object({ workDigest: onOff, workAtOnce: onOff })

export function readWorkChoices(form: FormData) {
  return textFields(form, ['workDigest', 'workAtOnce'])
}

export function readLetterChoices(form: FormData) {
  return textFields(form, ['reminders', 'reviews', 'announcements', 'pausedUntil'])
}
