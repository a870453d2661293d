import { z } from 'zod'
import { emailSchema } from '../account/email'
import { textFields } from '../form/form-fields'

/** The corrected address of a member. `before`: the address that the form showed when it was opened. */
export const addressSchema = z.object({ email: emailSchema, before: z.string() })
export type AddressChange = z.infer<typeof addressSchema>

export function readAddress(form: FormData) {
  return textFields(form, ['email', 'before'])
}
