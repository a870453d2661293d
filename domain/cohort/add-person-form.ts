import { z } from 'zod'
import { emptyAsNull } from '../form/empty-as-null'
import { FIELD_LIMITS } from '../form/field-limits'
import { textFields } from '../form/form-fields'
import { lineSchema } from '../form/plain-line'
import { LOCALES } from '../locale'
import { emailSchema } from '../person/email'
import { PERSON_FUNCTIONS } from '../person/person-function'
import { nameArabicSchema, nameLatinSchema } from '../person/person-name'

const NAMES = ['email', 'nameLatin', 'nameArabic', 'function', 'locale', 'institution'] as const

/** A person added by hand. Only her address is required: she fills in the rest when she joins. */
export const addPersonSchema = z.object({
  email: emailSchema,
  nameLatin: emptyAsNull(nameLatinSchema),
  nameArabic: emptyAsNull(nameArabicSchema),
  function: emptyAsNull(z.enum(PERSON_FUNCTIONS, 'choose')),
  locale: z.enum(LOCALES, 'choose'),
  institution: emptyAsNull(lineSchema(FIELD_LIMITS.institution)),
})
export type AddedPerson = z.infer<typeof addPersonSchema>

export function readAddedPerson(form: FormData) {
  return textFields(form, NAMES)
}
