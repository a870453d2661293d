import { z } from 'zod'
import { givenPasswordSchema } from '../auth/password'
import { textFields } from '../form/form-fields'
import { emailSchema } from '../person/email'

/** Why two accounts cannot be merged. Each has its sentence in i18n/messages/*.json under `merge.because`. */
export const MERGE_REFUSALS = ['roles', 'attempt', 'certificates', 'names', 'decided'] as const
export type MergeRefusal = (typeof MERGE_REFUSALS)[number]

/** What the other account holds, as the preview counts it. Each has its label under `merge.counts`. */
export const MERGE_COUNTS = [
  'courses',
  'attempts',
  'certificates',
  'places',
  'notes',
  'reviews',
  'reminders',
  'reports',
] as const
export type MergeCounts = Record<(typeof MERGE_COUNTS)[number], number>

/** The proof that the other account is hers too. A code is required only if that account has a second factor. */
export const otherAccountSchema = z.object({ email: emailSchema, password: givenPasswordSchema })
export type OtherAccount = z.infer<typeof otherAccountSchema>

export function readOtherAccount(form: FormData) {
  return textFields(form, ['email', 'password'])
}

export const mergeSchema = z.object({
  current: givenPasswordSchema,
  understood: z.literal('yes', 'confirmation-needed'),
})

export function readMerge(form: FormData) {
  return textFields(form, ['current', 'understood'])
}
