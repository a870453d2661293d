import type { ReactNode } from 'react'
import { LOCALES, type Locale } from '@/domain/locale'
import { MOST_OPTIONS, QUESTION_KINDS } from '@/domain/survey/survey'
import type { Translator } from '@/i18n/translator'
import type { Field } from '../form/field'
import { Form } from '../form/form'
import type { FormState } from '../form/form-state'

type Props = {
  back: { href: string; label: ReactNode }
  action: string
  values: Readonly<Record<string, string>>
  state: FormState
  t: Translator
}
const NAMES = { ar: 'Arabic', fr: 'French', en: 'English' } as const satisfies Record<Locale, string>

/** The title of a survey in three languages. */
export function SurveyTitlesPage(props: Props) {
  const { values, t } = props
  const fields = LOCALES.map((locale): Field => {
    const name = `survey${NAMES[locale]}` as const
    return { kind: 'text', name, label: t(`fields.${name}`), lang: locale, value: values[name] ?? '' }
  })
  return <FormPage {...props} heading={t('surveys.rename')} fields={fields} />
}

/**
 * A question in three languages. Without a script all fields are visible, also those that only a choice question needs.
 */
export function SurveyQuestionPage(props: Props & { isNew: boolean }) {
  const { values, isNew, t } = props
  const words = LOCALES.map((locale): Field => {
    const name = `question${NAMES[locale]}` as const
    return { kind: 'text', name, label: t(`fields.${name}`), lang: locale, value: values[name] ?? '' }
  })
  const options = LOCALES.map((locale): Field => {
    const name = `options${NAMES[locale]}` as const
    const hint = t('surveys.optionsHint', { max: MOST_OPTIONS })
    return { kind: 'area', name, label: t(`fields.${name}`), hint, optional: true, value: values[name] ?? '' }
  })
  const several = { value: 'yes', label: t('surveys.several'), chosen: values.several === 'yes' }
  const fields: Field[] = [
    {
      kind: 'radios',
      name: 'questionKind',
      label: t('fields.questionKind'),
      options: QUESTION_KINDS.map((value) => ({ value, label: t(`surveys.questionKinds.${value}`) })),
      value: values.questionKind ?? 'scale',
    },
    ...words,
    ...options,
    { kind: 'choices', name: 'several', label: t('surveys.severalLabel'), options: [several] },
  ]
  return <FormPage {...props} heading={t(isNew ? 'surveys.addQuestion' : 'surveys.changeQuestion')} fields={fields} />
}

function FormPage({ back, heading, action, fields, state, t }: Props & { heading: string; fields: readonly Field[] }) {
  return (
    <main id="main" className="wrap page stack narrow">
      <p className="sm">
        <a href={back.href}>{back.label}</a>
      </p>
      <h1>{heading}</h1>
      <Form id="words" action={action} fields={fields} submit={t('surveys.save')} state={state} t={t} />
    </main>
  )
}
