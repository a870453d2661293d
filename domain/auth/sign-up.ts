import { z } from 'zod'
import { emailSchema } from '../account/email'
import { namesSchema, profileSchema } from '../account/profile'
import { textFields } from '../form/form-fields'

/** Asks for an account. The password is chosen on the page that the link in the letter opens. */
export const signUpSchema = z
  // In the order of the page: so are its problems told.
  .object({ ...namesSchema.shape, email: emailSchema, ...profileSchema.shape })
export type SignUp = z.infer<typeof signUpSchema>

export function readSignUp(form: FormData) {
  return textFields(form, ['nameArabic', 'nameLatin', 'email', 'function', 'institution', 'locale'])
}
