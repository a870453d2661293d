import { z } from 'zod'
import { emailSchema } from '../account/email'
import { namesSchema, profileSchema } from '../account/profile'
import { textFields } from '../form/form-fields'

/** The form that asks for an account. The password is chosen later, on the page that the link in the letter opens. */
export const signUpSchema = z
  // In the order of the fields on the page, so that errors are listed in that order.
  .object({ ...namesSchema.shape, email: emailSchema, ...profileSchema.shape })
export type SignUp = z.infer<typeof signUpSchema>

export function readSignUp(form: FormData) {
  return textFields(form, ['nameArabic', 'nameLatin', 'email', 'function', 'institution', 'locale'])
}
