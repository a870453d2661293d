import { EXPORT_FORMATS, EXPORTS } from '@/domain/cohort/export/export-form'
import { LOCALES, type Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import type { Field } from '../form/field'
import { Form } from '../form/form'
import type { FormState } from '../form/form-state'
import { LANGUAGE_NAMES } from '../shell/language-names'
import { href } from '../shell/paths'
import { Name } from '../ui/name'
import { FormFrame } from './cohort-frame'

type Props = { cohort: { id: string; name: string }; state: FormState; locale: Locale; t: Translator }

/** The export of data of a cohort as a file. The form asks for the reason. */
export function ExportPage({ cohort, state, locale, t }: Props) {
  const path = href(locale, `/cohorts/${cohort.id}`)
  return (
    <FormFrame back={{ href: path, label: <Name>{cohort.name}</Name> }} heading={t('cohorts.export.title')}>
      <p>{t('cohorts.export.lead')}</p>
      <Form
        id="export"
        action={`${path}/export`}
        fields={fieldsOf(locale, t)}
        state={state}
        t={t}
        submit={t('cohorts.export.submit')}
      />
    </FormFrame>
  )
}

function fieldsOf(locale: Locale, t: Translator): Field[] {
  return [
    {
      kind: 'select',
      name: 'content',
      label: t('cohorts.export.content'),
      options: EXPORTS.map((value) => ({ value, label: t(`cohorts.export.contents.${value}`) })),
    },
    {
      kind: 'select',
      name: 'format',
      label: t('cohorts.export.format'),
      hint: t('cohorts.export.formatHint'),
      options: EXPORT_FORMATS.map((value) => ({ value, label: t(`cohorts.export.formats.${value}`) })),
    },
    {
      kind: 'select',
      name: 'locale',
      label: t('cohorts.export.locale'),
      options: LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value], lang: value })),
      value: locale,
    },
    { kind: 'area', name: 'reason', label: t('cohorts.export.reason'), hint: t('cohorts.export.reasonHint') },
  ]
}
