import { z } from 'zod'
import { emailSchema } from '../account/email'
import { textFields } from '../form/form-fields'

/** The corrected address of somebody who is invited. `before`: the address that the form was opened with. */
export const addressSchema = z.object({ email: emailSchema, before: z.string() })
export type AddressChange = z.infer<typeof addressSchema>

export function readAddress(form: FormData) {
  return textFields(form, ['email', 'before'])
}
