import { z } from 'zod'
import { textFields } from '../form/form-fields'
import { emailSchema } from '../person/email'
import { namesSchema, profileSchema } from '../person/profile'

/** The form that asks for an account. The password is chosen later, on the page that the link in the letter opens. */
export const signUpSchema = z
  // In the order of the fields on the page, so that errors are listed in that order.
  .object({ ...namesSchema.shape, email: emailSchema, ...profileSchema.shape })
export type SignUp = z.infer<typeof signUpSchema>

export function readSignUp(form: FormData) {
  return textFields(form, ['nameArabic', 'nameLatin', 'email', 'function', 'institution', 'locale'])
}
