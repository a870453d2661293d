import { z } from 'zod'
import { INSTITUTION_KINDS } from '../auth/institution-kind'
import { FIELD_LIMITS } from '../form/field-limits'
import { textFields } from '../form/form-fields'
import { isPlain, lineSchema } from '../form/plain-line'
import { regionSchema } from '../library/referral'

const ARABIC = /\p{Script=Arabic}/u
const LATIN = /\p{Script=Latin}/u

const isRegion = (id: string) => regionSchema.shape.id.safeParse(id).success

export const institutionSchema = z.object({
  kind: z.enum(INSTITUTION_KINDS, 'choose'),
  nameArabic: lineSchema(FIELD_LIMITS.institution, (line) => isPlain(line) && ARABIC.test(line), 'name-arabic'),
  nameLatin: lineSchema(FIELD_LIMITS.institution, (line) => isPlain(line) && LATIN.test(line), 'name-latin'),
  /** Null for the whole country. */
  region: z
    .string()
    .refine((region) => region === '' || isRegion(region), 'choose')
    .transform((region) => region || null),
})
export type InstitutionFields = z.infer<typeof institutionSchema>

export function readInstitution(form: FormData) {
  return textFields(form, ['kind', 'nameArabic', 'nameLatin', 'region'])
}
