import { INSTITUTION_KINDS } from '@/domain/auth/institution-kind'
import type { InstitutionFields } from '@/domain/institution/institution'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import type { Field } from '../form/field'
import { SectionForm } from '../form/form'
import type { FormState } from '../form/form-state'
import type { Regions } from '../ui/region-name'

type Props = {
  action: string
  /** The id of a new institution, made with the form, so that a second submit creates nothing new. */
  draft?: string
  values?: InstitutionFields
  submit: string
  state?: FormState | undefined
  regions: Regions
  locale: Locale
  t: Translator
}

/** The facts of an institution. */
export function InstitutionForm({ action, draft, values, submit, state, regions, locale, t }: Props) {
  const fields: Field[] = [
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
      options: regionOptions(regions, locale),
      choose: t('institutions.country'),
      value: values?.region ?? '',
    },
  ]
  return <SectionForm id="institution" action={action} fields={fields} submit={submit} state={state} t={t} />
}

function nameField(name: 'nameArabic' | 'nameLatin', value: string | undefined, t: Translator): Field {
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

function regionOptions(regions: Regions, locale: Locale) {
  return Object.values(regions)
    .toSorted((a, b) => a.id.localeCompare(b.id))
    .map(({ id, name }) => ({ value: id, label: typeset(name[locale], locale) }))
}
