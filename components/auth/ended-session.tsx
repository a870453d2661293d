import type { Translator } from '@/i18n/translator'
import { Form } from '../form/form'
import type { FormState } from '../form/form-state'
import { currentPasswordField, emailField } from '../ui/form-fields'

type Props = {
  id: string
  /** The address to which the form was sent, and is sent again. */
  action: string
  /** The name of the field that holds the sealed form. */
  name: string
  sealed: string
  /** The page with all ways of signing in. */
  otherWay: string
  state: FormState
  t: Translator
}

/** A form that arrived after its sender's session had ended. It is sent once she has signed in. */
export function EndedSession({ id, action, name, sealed, otherWay, state, t }: Props) {
  return (
    <main id="main" className="wrap page narrow stack">
      <h1>{t('account.ended.title')}</h1>
      <p>{t('account.ended.lead')}</p>
      <Form
        id={id}
        action={action}
        fields={[
          { kind: 'hidden', name, value: sealed },
          emailField(t, 'username'),
          currentPasswordField(t, 'password'),
        ]}
        state={state}
        t={t}
        submit={t('account.ended.send')}
        multipart
      />
      <details className="card">
        <summary>{t('account.ended.otherTitle')}</summary>
        <p>{t('account.ended.other')}</p>
        <p>
          <a className="btn" href={otherWay} target="_blank" rel="noopener">
            {t('exam.waiting.signIn')}
          </a>
        </p>
      </details>
    </main>
  )
}
