import { z } from 'zod'
import { textFields } from './form-fields'
import { givenPasswordSchema } from './password'

export const deleteAccountSchema = z.object({
  current: givenPasswordSchema,
  understood: z.literal('yes', 'confirmation-needed'),
})

export function readDeleteAccount(form: FormData) {
  return textFields(form, ['current', 'understood'])
}
