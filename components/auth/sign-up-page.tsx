import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { Form } from '../form/form'
import type { FormState } from '../form/form-state'
import { href } from '../shell/paths'
import { emailField } from '../ui/form-fields'

type Props = { next: { query: string }; state: FormState; locale: Locale; t: Translator }

export function SignUpPage({ next, state, locale, t }: Props) {
  return (
    <main id="main" className="wrap page">
      <div className="narrow stack">
        <h1>{t('nav.signUp')}</h1>
        <p>
          {t('account.signUp.lead')} <a href={href(locale, '/privacy')}>{t('account.signUp.privacy')}</a>
        </p>
        <p>
          {t('account.haveAccount')} <a href={href(locale, `/sign-in${next.query}`)}>{t('nav.signIn')}</a>
        </p>
        <Form
          id="sign-up"
          action={href(locale, `/sign-up${next.query}`)}
          fields={[emailField(t, 'email')]}
          state={state}
          t={t}
          submit={t('nav.signUp')}
        />
      </div>
    </main>
  )
}
