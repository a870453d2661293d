import { z } from 'zod'
import { textFields } from '../form/form-fields'
import { emailSchema } from '../person/email'

/** The corrected address of a member. `before`: the address that the form showed when it was opened. */
export const addressSchema = z.object({ email: emailSchema, before: z.string() })
export type AddressChange = z.infer<typeof addressSchema>

export function readAddress(form: FormData) {
  return textFields(form, ['email', 'before'])
}
