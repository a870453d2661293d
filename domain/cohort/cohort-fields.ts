import { z } from 'zod'
import { emptyAsNull } from '../form/empty-as-null'
import { textFields } from '../form/form-fields'
import { lineSchema } from '../form/plain-line'
import { LOCALES } from '../locale'
import { daySchema } from '../time/day'

export const LONGEST_COHORT_NAME = 120
export const MOST_SEATS = 5000

const day = z
  .string()
  .trim()
  .refine((text) => daySchema.safeParse(text).success, 'day')
const seats = z
  .string()
  .trim()
  .refine((text) => /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= MOST_SEATS, 'seats')
  .transform(Number)

/** The fields of a cohort's form. Its courses are read separately: their days depend on their lessons. */
export const cohortSchema = z
  .object({
    name: lineSchema(LONGEST_COHORT_NAME),
    locale: z.enum(LOCALES, 'choose'),
    startsOn: day,
    endsOn: day,
    seats: emptyAsNull(seats),
  })
  .superRefine(({ startsOn, endsOn }, context) => {
    if (endsOn < startsOn) context.addIssue({ code: 'custom', path: ['endsOn'], message: 'before-start' })
  })
export type CohortFields = z.infer<typeof cohortSchema>

export const COHORT_FIELDS = ['name', 'locale', 'startsOn', 'endsOn', 'seats'] as const

/** Reads the typed number of seats; null if the field is empty, undefined if it is not a valid number. */
export function readSeats(typed: string): number | null | undefined {
  return emptyAsNull(seats).safeParse(typed).data
}

export function readCohort(form: FormData) {
  return textFields(form, COHORT_FIELDS)
}
