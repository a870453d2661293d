import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { Form } from '../form/form'
import type { FormState } from '../form/form-state'
import { href } from '../shell/paths'
import { newPasswordField } from '../ui/form-fields'
import { AskForLinkForm } from './ask-for-link-form'

type Props = {
  /** The address that takes the new password; null without a valid link. */
  action: string | null
  /** Why the link does not work; null if there is none. */
  broken: 'used' | 'expired' | null
  sent: boolean
  next: { query: string }
  state: FormState
  locale: Locale
  t: Translator
}

/** Asks for a new password, or for the address that a link is sent to. */
export function ResetPage({ action, broken, sent, next, state, locale, t }: Props) {
  return (
    <main id="main" className="wrap page">
      <div className="narrow stack">
        <h1>{t('account.reset.title')}</h1>
        {broken && <p className="note warn">{t(broken === 'used' ? 'account.reset.used' : 'errors.link-expired')}</p>}
        {sent && (
          <p className="note ok" role="status">
            {t('account.confirm.sent')}
          </p>
        )}
        {action ? (
          <>
            <p>{t('account.reset.newLead')}</p>
            <Form
              id="new-password"
              action={action}
              fields={[newPasswordField(t, 'password')]}
              state={state}
              t={t}
              submit={t('account.reset.button')}
            />
          </>
        ) : (
          <AskForLinkForm
            id="reset"
            action={href(locale, `/reset-password${next.query}`)}
            lead={t('account.reset.lead')}
            state={state}
            t={t}
          />
        )}
        <p>
          <a href={href(locale, `/sign-in${next.query}`)}>{t('nav.signIn')}</a>
        </p>
      </div>
    </main>
  )
}
