import { z } from 'zod'
import { FIELD_LIMITS } from '../form/field-limits'
import { textFields } from '../form/form-fields'
import { lineSchema } from '../form/plain-line'
import { LOCALES } from '../locale'
import { PERSON_FUNCTIONS } from './person-function'
import { nameArabicSchema, nameLatinSchema } from './person-name'

export const profileSchema = z.object({
  function: z.enum(PERSON_FUNCTIONS, 'choose'),
  institution: lineSchema(FIELD_LIMITS.institution),
  locale: z.enum(LOCALES, 'choose'),
})
export type Profile = z.infer<typeof profileSchema>

export function readProfile(form: FormData) {
  return textFields(form, ['function', 'institution', 'locale'])
}

export const namesSchema = z.object({ nameArabic: nameArabicSchema, nameLatin: nameLatinSchema })
export type Names = z.infer<typeof namesSchema>

export function readNames(form: FormData) {
  return textFields(form, ['nameArabic', 'nameLatin'])
}
