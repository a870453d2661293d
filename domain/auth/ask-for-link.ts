import { z } from 'zod'
import { textFields } from '../form/form-fields'
import { emailSchema } from '../person/email'

/** The form that asks for a link by e-mail: to confirm the address again, or to reset the password. */
export const askForLinkSchema = z.object({ email: emailSchema })

export function readAskForLink(form: FormData) {
  return textFields(form, ['email'])
}
