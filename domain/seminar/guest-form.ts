import { z } from 'zod'
import { textFields } from '../form/form-fields'
import { emailSchema } from '../person/email'
import { nameArabicSchema, nameLatinSchema } from '../person/person-name'

/** A person without an account who wants a place. */
export const guestSchema = z.object({ email: emailSchema, nameLatin: nameLatinSchema, nameArabic: nameArabicSchema })

export function readGuestForm(form: FormData) {
  return textFields(form, ['email', 'nameLatin', 'nameArabic'])
}
