import { z } from 'zod'
import { optional } from '../cohort/cohort-fields'
import { type Day, daySchema, nextDay } from '../cohort/day'
import { textFields } from '../form/form-fields'
import { REMINDER_WAYS } from './letter-budget'

const LONGEST_PAUSE_DAYS = 366

/** A day after `today`, within a year. */
export function dayAhead(today: Day) {
  return z
    .string()
    .trim()
    .refine((text) => daySchema.safeParse(text).success, 'day')
    .refine((text) => text > today && text <= nextDay(today, LONGEST_PAUSE_DAYS), 'not-ahead')
}

/** The form on her page of letters. */
export function letterChoicesSchema(today: Day) {
  return z.object({
    reminders: z.enum(REMINDER_WAYS, 'choose'),
    reviews: z.enum(['on', 'off'], 'choose').transform((choice) => choice === 'on'),
    pausedUntil: optional(dayAhead(today)),
  })
}

export function readLetterChoices(form: FormData) {
  return textFields(form, ['reminders', 'reviews', 'pausedUntil'])
}
