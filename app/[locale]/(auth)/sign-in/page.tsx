import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { readLocale } from '@/app/[locale]/locale-params'
import { currentPasswordField, emailField, formTexts, nextField } from '@/app/form-fields'
import { href } from '@/components/shell/paths'
import { ActionForm } from '@/components/ui/action-form'
import { safeReturnPath } from '@/domain/access/safe-return-path'
import { currentSession } from '@/server/auth/session'
import { signInAction } from './actions'

type Search = { next?: string | string[]; notice?: string | string[] }
type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Search> }

const NOTICES = ['confirmed', 'reset', 'signed-out', 'deleted', 'not-saved'] as const

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await readLocale(params)
  return { title: t('nav.signIn') }
}

export default async function SignInPage({ params, searchParams }: Props) {
  const [{ locale, t }, search] = await Promise.all([readLocale(params), searchParams])
  const next = safeReturnPath(search.next)
  if (await currentSession()) redirect(next ?? href(locale, '/learning'))
  const notice = NOTICES.find((known) => known === search.notice)
  const query = next ? `?next=${encodeURIComponent(next)}` : ''

  return (
    <main id="main" className="wrap page">
      <div className="narrow stack">
        <h1>{t('nav.signIn')}</h1>
        {notice && (
          <p className={`note ${notice === 'not-saved' ? 'warn' : 'ok'}`} role="status">
            {t(`account.notices.${notice}`)}
          </p>
        )}
        {next && !notice && <p className="note">{t('errors.sign-in-required')}</p>}
        <ActionForm
          id="sign-in"
          action={signInAction}
          fields={[emailField(t, 'username'), currentPasswordField(t, 'password'), ...nextField(next)]}
          texts={formTexts(t)}
          submit={t('nav.signIn')}
        />
        <p>
          <a href={href(locale, '/reset-password')}>{t('account.forgot')}</a>
        </p>
        <p>
          {t('account.noAccount')} <a href={`${href(locale, '/sign-up')}${query}`}>{t('nav.signUp')}</a>
        </p>
      </div>
    </main>
  )
}
