import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { Form } from '../form/form'
import type { FormState } from '../form/form-state'
import { href } from '../shell/paths'
import { accountFields } from '../ui/form-fields'
import { AskForLinkForm } from './ask-for-link-form'

type Texts = { state: FormState; locale: Locale; t: Translator }
type Props = Texts & {
  /** Her address is confirmed: the link was used. */
  used: boolean
  /** The link is no longer valid. */
  broken: boolean
  /** Which letter was just sent. */
  sent: 'sign-up' | 'again' | null
  next: { query: string }
  /** The page to continue with, if she is signed in. */
  landing: string | null
}

/** The page for a link that no longer opens anything: says why, and offers to send another one. */
export function ConfirmPage({ used, broken, sent, next, landing, state, locale, t }: Props) {
  return (
    <main id="main" className="wrap page">
      <div className="narrow stack">
        <h1>{t('account.confirm.title')}</h1>
        {used && <p className="note ok">{t('account.confirm.already')}</p>}
        {broken && <p className="note warn">{t('errors.link-expired')}</p>}
        {sent !== null && (
          <p className="note ok" role="status">
            {t(sent === 'sign-up' ? 'account.signUp.sent' : 'account.confirm.sent')}
          </p>
        )}
        {!used && (
          <AskForLinkForm
            id="again"
            action={href(locale, `/confirm${next.query}`)}
            lead={t(sent === null ? 'account.confirm.againLead' : 'account.signUp.notArrived')}
            state={state}
            t={t}
          />
        )}
        <p>
          {landing ? (
            <a href={landing}>{t('nav.learning')}</a>
          ) : (
            <a href={href(locale, `/sign-in${next.query}`)}>{t('nav.signIn')}</a>
          )}
        </p>
      </div>
    </main>
  )
}

type OpenProps = Texts & { signUp: Parameters<typeof accountFields>[1]; action: string }

/** Asks for everything except the address, which the link has shown to be hers. */
export function OpenAccountPage({ signUp, action, state, t }: OpenProps) {
  return (
    <main id="main" className="wrap page">
      <div className="narrow stack">
        <h1>{t('account.confirm.openTitle')}</h1>
        <p>{t('account.confirm.lead')}</p>
        <Form
          id="confirm"
          action={action}
          fields={accountFields(t, signUp)}
          state={state}
          t={t}
          submit={t('account.confirm.button')}
        />
      </div>
    </main>
  )
}
