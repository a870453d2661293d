import { z } from 'zod'
import { textFields } from '../access/form-fields'
import { lineSchema } from '../access/plain-line'
import { LOCALES } from '../locale'
import { daySchema } from './day'

export const LONGEST_COHORT_NAME = 120
export const MOST_SEATS = 5000

const blankOr = <T extends z.ZodType>(schema: T) => z.union([z.literal('').transform(() => null), schema])
const day = z
  .string()
  .trim()
  .min(1, 'required')
  .pipe(daySchema.or(z.never('day')))

/** What whoever makes a cohort says of it. Deadlines are read apart: their steps depend on the course. */
export const cohortSchema = z
  .object({
    name: lineSchema(LONGEST_COHORT_NAME),
    courseId: z.string().min(1, 'choose'),
    locale: z.enum(LOCALES, 'choose'),
    startsOn: day,
    endsOn: day,
    examOpensOn: blankOr(day),
    seats: blankOr(
      z
        .string()
        .trim()
        .regex(/^\d{1,4}$/, 'seats')
        .transform(Number)
        .pipe(z.number().min(1, 'seats').max(MOST_SEATS, 'seats')),
    ),
  })
  .superRefine(({ startsOn, endsOn, examOpensOn }, context) => {
    if (endsOn < startsOn) context.addIssue({ code: 'custom', path: ['endsOn'], message: 'before-start' })
    if (examOpensOn !== null && (examOpensOn < startsOn || examOpensOn > endsOn)) {
      context.addIssue({ code: 'custom', path: ['examOpensOn'], message: 'outside' })
    }
  })
export type CohortFields = z.infer<typeof cohortSchema>

export function readCohort(form: FormData) {
  return textFields(form, ['name', 'courseId', 'locale', 'startsOn', 'endsOn', 'examOpensOn', 'seats'])
}
