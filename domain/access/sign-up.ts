import { z } from 'zod'
import { emailSchema } from './email'
import { textFields } from './form-fields'
import { isPersonal, newPasswordSchema } from './password'
import { namesSchema, profileSchema } from './profile'

export const signUpSchema = z
  // In the order of the page: so are its problems told.
  .object({ ...namesSchema.shape, email: emailSchema, password: newPasswordSchema, ...profileSchema.shape })
  .superRefine(({ password, ...person }, context) => {
    if (isPersonal(password, person)) {
      context.addIssue({ code: 'custom', path: ['password'], message: 'password-personal' })
    }
  })
export type SignUp = z.infer<typeof signUpSchema>

export function readSignUp(form: FormData) {
  return textFields(form, ['nameArabic', 'nameLatin', 'email', 'function', 'institution', 'locale', 'password'])
}
