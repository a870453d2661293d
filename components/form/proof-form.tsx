import type { Translator } from '@/i18n/translator'
import type { Field } from './field'
import { Form } from './form'
import { type FormState, UNTOUCHED } from './form-state'

type Props = {
  action: string
  /** The act that the form asks for. It is the form's id too. */
  act: string
  asks: 'password' | 'app-code' | 'any-code'
  submit: string
  look?: 'primary' | 'danger' | 'plain'
  state: FormState
  t: Translator
}

/** Asks for the password or a code before it does one thing. */
export function ProofForm({ action, act, asks, submit, look = 'primary', state, t }: Props) {
  return (
    <Form
      id={act}
      action={action}
      fields={[{ kind: 'hidden', name: 'act', value: act }, fieldOf(asks, t)]}
      state={state.form === act ? state : UNTOUCHED}
      t={t}
      submit={submit}
      look={look}
    />
  )
}

function fieldOf(asks: Props['asks'], t: Translator): Field {
  if (asks === 'password') {
    return { kind: 'password', name: 'password', label: t('fields.current'), autoComplete: 'current-password' }
  }
  const hint = t(asks === 'app-code' ? 'secondFactor.appHint' : 'secondFactor.anyHint')
  return { kind: 'code', name: 'code', label: t('secondFactor.code'), hint }
}
