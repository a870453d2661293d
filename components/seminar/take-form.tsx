import { NEEDS } from '@/domain/seminar/needs'
import type { Field } from '../form/field'
import { Form } from '../form/form'
import { UNTOUCHED } from '../form/form-state'
import type { RegistrationProps } from './registration-view'

type Props = RegistrationProps & { act: 'register' | 'accept' | 'needs'; submit: string; look?: 'primary' | 'plain' }

/** The form that takes or keeps a place, with her language of listening and her needs. */
export function TakeForm(props: Props) {
  const { act, submit, look = 'primary', action, state, needs, t } = props
  return (
    <>
      <Form
        id={act}
        action={`${action}#${act}-problems`}
        fields={fieldsOf(props)}
        state={state.form === act ? state : UNTOUCHED}
        submit={submit}
        look={look}
        t={t}
      />
      {needs && <p className="xs muted">{t('registration.needs.reference', { reference: needs.reference })}</p>}
    </>
  )
}

function fieldsOf(props: Props): Field[] {
  const { act, seminar, place, t } = props
  const asksCode = act === 'register' && seminar.admission === 'code' && place?.status !== 'waiting'
  return [
    { kind: 'hidden', name: 'act', value: act },
    { kind: 'hidden', name: 'sequence', value: String(seminar.sequence) },
    ...(asksCode
      ? ([
          {
            kind: 'text',
            name: 'joinCode',
            label: t('registration.code'),
            hint: t('registration.codeHint'),
            dir: 'ltr',
          },
        ] as const)
      : []),
    ...languageField(props),
    ...needFields(props),
  ]
}

function languageField({ act, languages, place, t }: Props): Field[] {
  const [first] = languages
  if (act === 'needs' || !first || languages.length < 2) return []
  const options = languages.map((value) => ({ value, label: t(`registration.languages.${value}`) }))
  return [
    { kind: 'radios', name: 'language', label: t('registration.language'), options, value: place?.language ?? first },
  ]
}

function needFields({ needs, t }: Props): Field[] {
  if (!needs) return []
  const { ticked } = needs
  const options = NEEDS.map((value) => ({
    value,
    label: t(`registration.needs.kinds.${value}`),
    chosen: ticked.includes(value),
  }))
  return [
    {
      kind: 'choices',
      name: 'needs',
      label: t('registration.needs.label'),
      hint: t('registration.needs.hint'),
      options,
    },
    { kind: 'tick', name: 'needsConsent', label: t('registration.needs.consent') },
  ]
}

/** A button with one act about her place. */
export function PlaceButton({
  act,
  label,
  look = 'btn',
  action,
  seminar,
}: Pick<Props, 'action' | 'seminar'> & { act: string; label: string; look?: string }) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="sequence" value={seminar.sequence} />
      <button type="submit" className={look}>
        {label}
      </button>
    </form>
  )
}
