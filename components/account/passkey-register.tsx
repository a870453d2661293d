import type { Translator } from '@/i18n/translator'
import { ErrorSummary } from '../form/error-summary'
import { FieldView } from '../form/field'
import { type FormState, UNTOUCHED } from '../form/form-state'
import { nameField } from './passkey-forms'

type Props = {
  action: string
  /** What the browser needs to make a passkey, as JSON. */
  options: string
  /** A name for the passkey. */
  suggested: string
  /** She has no second factor yet: if she cancels, she can choose another kind. */
  first: boolean
  state: FormState
  t: Translator
}

const ID = 'passkey-register'

/** Registers a passkey of this device. It needs a script: `components/form/passkey.entry.ts`. */
export function PasskeyRegister({ action, options, suggested, first, state: sent, t }: Props) {
  const state = sent.form === ID ? sent : UNTOUCHED
  return (
    <section className="stack" aria-labelledby="register-title">
      <h2 id="register-title">{t('secondFactor.passkeys.registerTitle')}</h2>
      <p>{t('secondFactor.passkeys.registerLead')}</p>
      <noscript>
        <p className="note warn">{t('secondFactor.passkeys.needsScript')}</p>
      </noscript>
      <form
        method="post"
        action={action}
        className="stack"
        noValidate
        data-passkey-new={options}
        data-cancelled={t('secondFactor.passkeys.problems.cancelledNew')}
        data-unsupported={t('secondFactor.passkeys.problems.unsupported')}
        data-known={t('secondFactor.passkeys.problems.known')}
        data-failed={t('secondFactor.passkeys.problems.failed')}
      >
        <ErrorSummary id={ID} state={state} t={t} />
        <input type="hidden" name="act" value={ID} />
        <input type="hidden" name="passkey" autoComplete="off" />
        <FieldView id={ID} field={nameField(suggested, t)} state={state} optional="" />
        <div className="field">
          <p className="error" role="alert" />
          <p>
            <button type="submit" className="btn primary" hidden>
              {t('secondFactor.passkeys.register')}
            </button>
          </p>
        </div>
      </form>
      <form method="post" action={action}>
        <input type="hidden" name="act" value="passkey-cancel" />
        <button type="submit" className="btn">
          {t(first ? 'secondFactor.cancelFirst' : 'secondFactor.passkeys.cancel')}
        </button>
      </form>
    </section>
  )
}
