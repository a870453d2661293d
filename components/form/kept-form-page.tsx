import type { Translator } from '@/i18n/translator'
import { Form } from './form'
import type { FormState } from './form-state'
import { passkeyField } from './passkey-field'

type Props = {
  id: string
  /** The address to which the form was sent, and is sent again. */
  action: string
  /** The name of the field that holds the form. */
  name: string
  kept: string
  /** The password of the form is not kept. */
  secret: boolean
  /** She has a passkey. */
  passkey: boolean
  state: FormState
  t: Translator
}

/** A form that waits for a fresh code. It is sent again together with the code. */
export function KeptFormPage({ id, action, name, kept, secret, passkey, state, t }: Props) {
  return (
    <main id="main" className="wrap page narrow stack">
      <h1>{t('secondFactor.ask.title')}</h1>
      <p>{t(secret ? 'secondFactor.ask.keptButPassword' : 'secondFactor.ask.kept')}</p>
      <Form
        id={id}
        action={action}
        fields={[
          { kind: 'hidden', name, value: kept },
          { kind: 'code', name: 'code', label: t('secondFactor.code'), hint: t('secondFactor.anyHint') },
          ...(passkey ? [passkeyField('prove', t)] : []),
        ]}
        state={state}
        t={t}
        submit={t('secondFactor.ask.send')}
        multipart
      />
      <details className="card">
        <summary>{t('secondFactor.ask.lostTitle')}</summary>
        <p>{t('secondFactor.ask.lost')}</p>
      </details>
    </main>
  )
}
