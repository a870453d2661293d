import { z } from 'zod'
import { emailSchema } from '../account/email'
import { nameArabicSchema, nameLatinSchema } from '../account/person-name'
import { textFields } from '../form/form-fields'

/** A person without an account who wants a place. */
export const guestSchema = z.object({ email: emailSchema, nameLatin: nameLatinSchema, nameArabic: nameArabicSchema })

export function readGuestForm(form: FormData) {
  return textFields(form, ['email', 'nameLatin', 'nameArabic'])
}
