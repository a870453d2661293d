import type { Refused } from '@/app/http/form'
import { refuseFields } from '@/components/form/refuse-form'
import { FIELD_LIMITS } from '@/domain/form/field-limits'
import { fieldProblems } from '@/domain/form/field-problem'
import { type InstitutionFields, institutionSchema, readInstitution } from '@/domain/institution/institution'
import type { Translator } from '@/i18n/translator'

export function readInstitutionForm(form: FormData, { t }: { t: Translator }): InstitutionFields | Refused {
  const typed = readInstitution(form)
  const { data, error } = institutionSchema.safeParse(typed)
  if (data) return data
  const limits = { nameArabic: FIELD_LIMITS.institution, nameLatin: FIELD_LIMITS.institution }
  return { refused: refuseFields(t, fieldProblems(error), typed, limits) }
}
