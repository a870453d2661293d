import { refuseFields } from '@/app/refuse-form'
import { DocumentForm } from '@/components/ui/document-form'
import type { FormState } from '@/components/ui/form-state'
import type { PlainField } from '@/components/ui/plain-field'
import { FIELD_LIMITS } from '@/domain/form/field-limits'
import { fieldProblems } from '@/domain/form/field-problem'
import {
  INSTITUTION_KINDS,
  type InstitutionFields,
  institutionSchema,
  readInstitution,
} from '@/domain/institution/institution'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { regionOptions } from './region-name'

type Props = {
  action: string
  /** Sent back as it is: see `createInstitution`. */
  draft?: string
  values?: InstitutionFields
  submit: string
  state?: FormState | undefined
  locale: Locale
  t: Translator
}

/** The facts of an institution. */
export function InstitutionForm({ action, draft, values, submit, state, locale, t }: Props) {
  const fields: PlainField[] = [
    ...(draft ? [{ kind: 'hidden', name: 'draft', value: draft } as const] : []),
    {
      kind: 'select',
      name: 'kind',
      label: t('fields.kind'),
      options: INSTITUTION_KINDS.map((kind) => ({ value: kind, label: t(`institutions.kinds.${kind}`) })),
      choose: t('fields.choose'),
      value: values?.kind ?? '',
    },
    nameField('nameArabic', values?.nameArabic, t),
    nameField('nameLatin', values?.nameLatin, t),
    {
      kind: 'select',
      name: 'region',
      label: t('fields.region'),
      hint: t('institutions.regionHint'),
      options: regionOptions(locale),
      choose: t('institutions.country'),
      value: values?.region ?? '',
    },
  ]
  return <DocumentForm id="institution" action={action} fields={fields} submit={submit} state={state} t={t} />
}

function nameField(name: 'nameArabic' | 'nameLatin', value: string | undefined, t: Translator): PlainField {
  const arabic = name === 'nameArabic'
  return {
    kind: 'text',
    name,
    label: t(`fields.${name}`),
    hint: t('institutions.nameHint'),
    dir: arabic ? 'rtl' : 'ltr',
    lang: arabic ? 'ar' : 'fr',
    value: value ?? '',
  }
}

type Read = { fields: InstitutionFields } | { refused: FormState }

export function readInstitutionForm(form: FormData, t: Translator): Read {
  const typed = readInstitution(form)
  const { data, error } = institutionSchema.safeParse(typed)
  if (data) return { fields: data }
  const limits = { nameArabic: FIELD_LIMITS.institution, nameLatin: FIELD_LIMITS.institution }
  return { refused: refuseFields(t, fieldProblems(error), typed, limits) }
}
