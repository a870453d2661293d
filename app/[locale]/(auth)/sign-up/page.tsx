import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { readLocale } from '@/app/[locale]/locale-params'
import { emailField, formTexts, nameFields, newPasswordField, nextField, profileFields } from '@/app/form-fields'
import { href } from '@/components/shell/paths'
import { ActionForm } from '@/components/ui/action-form'
import { safeReturnPath } from '@/domain/access/safe-return-path'
import { currentSession } from '@/server/auth/session'
import { signUpAction } from './actions'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<{ next?: string | string[] }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await readLocale(params)
  return { title: t('nav.signUp') }
}

export default async function SignUpPage({ params, searchParams }: Props) {
  const [{ locale, t }, search] = await Promise.all([readLocale(params), searchParams])
  const next = safeReturnPath(search.next)
  if (await currentSession()) redirect(next ?? href(locale, '/learning'))
  const query = next ? `?next=${encodeURIComponent(next)}` : ''

  return (
    <main id="main" className="wrap page">
      <div className="narrow stack">
        <h1>{t('nav.signUp')}</h1>
        <p>
          {t('account.signUp.lead')} <a href={href(locale, '/privacy')}>{t('account.signUp.privacy')}</a>
        </p>
        <p>
          {t('account.haveAccount')} <a href={`${href(locale, '/sign-in')}${query}`}>{t('nav.signIn')}</a>
        </p>
        <ActionForm
          id="sign-up"
          action={signUpAction}
          fields={[
            ...nameFields(t),
            emailField(t, 'email'),
            newPasswordField(t, 'password'),
            ...profileFields(t, { function: '', institution: '', locale }),
            ...nextField(next),
          ]}
          texts={formTexts(t)}
          submit={t('nav.signUp')}
          afterwards={
            <p>
              {t('account.signUp.notArrived')}{' '}
              <a href={`${href(locale, '/confirm')}${query}`}>{t('account.signUp.again')}</a>
            </p>
          }
        />
      </div>
    </main>
  )
}
