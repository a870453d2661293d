import { z } from 'zod'
import { givenPasswordSchema } from '../auth/password'
import { textFields } from '../form/form-fields'

export const deleteAccountSchema = z.object({
  current: givenPasswordSchema,
  understood: z.literal('yes', 'confirmation-needed'),
})

export function readDeleteAccount(form: FormData) {
  return textFields(form, ['current', 'understood'])
}
