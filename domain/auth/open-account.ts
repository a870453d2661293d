import { z } from 'zod'
import { emailSchema } from '../account/email'
import { namesSchema, profileSchema } from '../account/profile'
import { textFields } from '../form/form-fields'
import { isPersonal, newPasswordSchema } from './password'

/** Opens the account of an address that its owner has shown to be hers. */
export const openAccountSchema = z
  // In the order of the page: so are its problems told.
  .object({ email: emailSchema, ...namesSchema.shape, ...profileSchema.shape, password: newPasswordSchema })
  .superRefine(({ password, ...person }, context) => {
    if (isPersonal(password, person)) {
      context.addIssue({ code: 'custom', path: ['password'], message: 'password-personal' })
    }
  })
export type OpenAccount = z.infer<typeof openAccountSchema>

/** All but the address: that is the one to which the link was sent, whatever the form says. */
export function readOpenAccount(form: FormData) {
  return textFields(form, ['nameArabic', 'nameLatin', 'function', 'institution', 'locale', 'password'])
}
