import type { ComponentProps } from 'react'
import type { Translator } from '@/i18n/translator'
import type { Field } from './field'
import { Form } from './form'
import { type FormState, UNTOUCHED } from './form-state'
import { passkeyField } from './passkey-field'

type Props = {
  action: string
  /** The act that the form proves. It is also the form's id, followed by a dash and `of`. */
  act: string
  /** The id of the object of the act, if the page has several. */
  of?: string
  asks: 'password' | 'app-code' | 'any-code'
  /** For `any-code`: she has a passkey, which the form takes as well. Its page needs the script of passkeys. */
  passkey?: boolean
  submit: string
  also?: ComponentProps<typeof Form>['also']
  look?: 'primary' | 'danger' | 'plain'
  state: FormState
  t: Translator
}

/** Asks for the password or a code before an act. */
export function ProofForm(props: Props) {
  const { action, act, of, asks, passkey = false, submit, also, look = 'primary', state, t } = props
  const id = of === undefined ? act : `${act}-${of}`
  const fields: Field[] = [
    { kind: 'hidden', name: 'act', value: act },
    ...(of === undefined ? [] : [{ kind: 'hidden', name: 'id', value: of } as const]),
    fieldOf(asks, t),
    ...(passkey ? [passkeyField('prove', t)] : []),
  ]
  return (
    <Form
      id={id}
      action={action}
      fields={fields}
      state={state.form === id ? state : UNTOUCHED}
      t={t}
      submit={submit}
      also={also}
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
