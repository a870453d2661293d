import type { Locale } from '@/domain/locale'
import type { SignOnNotice } from '@/domain/sign-on/notice'
import type { Translator } from '@/i18n/translator'
import { Form } from '../form/form'
import type { FormState } from '../form/form-state'
import { href } from '../shell/paths'
import { currentPasswordField, emailField } from '../ui/form-fields'

type Props = {
  /** Why she is here: after an act of hers, or after a form that was not saved because her session had ended. */
  notice: 'reset' | 'signed-out' | 'deleted' | 'not-saved' | undefined
  /** Whether single sign-on is offered, and why it has just failed. */
  school: { offered: boolean; notice: SignOnNotice | undefined }
  next: { path: string | null; query: string }
  state: FormState
  locale: Locale
  t: Translator
}

const COURSE = /^\/\w+\/courses\//

export function SignInPage({ notice, school, next, state, locale, t }: Props) {
  return (
    <main id="main" className="wrap page">
      <div className="narrow stack">
        <h1>{t('nav.signIn')}</h1>
        {notice && (
          <p className={`note ${notice === 'not-saved' ? 'warn' : 'ok'}`} role="status">
            {t(`account.notices.${notice}`)}
          </p>
        )}
        {school.notice && (
          <p className="note warn" role="status">
            {t(`schoolAccount.notices.${school.notice}`)}
          </p>
        )}
        {next.path && !notice && !school.notice && (
          <p className="note">{t(COURSE.test(next.path) ? 'account.startLead' : 'errors.sign-in-required')}</p>
        )}
        <Form
          id="sign-in"
          action={href(locale, `/sign-in${next.query}`)}
          fields={[emailField(t, 'username'), currentPasswordField(t, 'password')]}
          state={state}
          t={t}
          submit={t('nav.signIn')}
          beside={{ href: href(locale, `/sign-up${next.query}`), label: t('nav.signUp') }}
        />
        {school.offered && (
          <p>
            <a href={href(locale, `/sign-in/school${next.query}`)}>{t('schoolAccount.offer')}</a>
          </p>
        )}
        <p>
          <a href={href(locale, `/reset-password${next.query}`)}>{t('account.forgot')}</a>
        </p>
      </div>
    </main>
  )
}
