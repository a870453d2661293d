import { z } from 'zod'
import { textFields } from '../form/form-fields'
import { emailSchema } from '../person/email'
import { namesSchema, profileSchema } from '../person/profile'
import { isPersonal, newPasswordSchema } from './password'

/** Opens an account. The link in the letter has shown that the address is the person's own. */
export const openAccountSchema = z
  // In the order of the fields on the page, so that errors are listed in that order.
  .object({ email: emailSchema, ...namesSchema.shape, ...profileSchema.shape, password: newPasswordSchema })
  .superRefine(({ password, ...person }, context) => {
    if (isPersonal(password, person)) {
      context.addIssue({ code: 'custom', path: ['password'], message: 'password-personal' })
    }
  })
export type OpenAccount = z.infer<typeof openAccountSchema>

/**
 * Reads every field except the address: the account gets the one to which the link was sent, whatever the form says.
 */
export function readOpenAccount(form: FormData) {
  return textFields(form, ['nameArabic', 'nameLatin', 'function', 'institution', 'locale', 'password'])
}
