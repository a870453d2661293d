import type { Metadata } from 'next'
import { readLocale } from '@/app/[locale]/locale-params'
import { emailField, formTexts, newPasswordField } from '@/app/form-fields'
import { href } from '@/components/shell/paths'
import { ActionForm } from '@/components/ui/action-form'
import { readToken } from '@/domain/access/email-link'
import type { Translator } from '@/i18n/translator'
import { isResetLink, isUsedResetLink } from '@/server/account/reset-password'
import { newPasswordAction, requestResetAction } from './actions'

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<{ token?: string | string[] }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await readLocale(params)
  // The address of this page may hold a secret: no other site is told it. Our own must be, or its forms look foreign.
  return { title: t('account.reset.title'), referrer: 'same-origin', robots: 'noindex' }
}

export default async function ResetPasswordPage({ params, searchParams }: Props) {
  const [{ locale, t }, search] = await Promise.all([readLocale(params), searchParams])
  const token = readToken(search.token)
  const works = token !== null && (await isResetLink(token, new Date()))
  const used = token !== null && !works && (await isUsedResetLink(token))

  return (
    <main id="main" className="wrap page">
      <div className="narrow stack">
        <h1>{t('account.reset.title')}</h1>
        {token && works && <NewPasswordForm t={t} token={token} />}
        {!works && search.token !== undefined && (
          <p className="note warn">{t(used ? 'account.reset.used' : 'errors.link-expired')}</p>
        )}
        {!works && <RequestForm t={t} />}
        <p>
          <a href={href(locale, '/sign-in')}>{t('nav.signIn')}</a>
        </p>
      </div>
    </main>
  )
}

function NewPasswordForm({ t, token }: { t: Translator; token: string }) {
  return (
    <>
      <p>{t('account.reset.newLead')}</p>
      <ActionForm
        id="new-password"
        action={newPasswordAction}
        fields={[newPasswordField(t, 'password'), { kind: 'hidden', name: 'token', value: token }]}
        texts={formTexts(t)}
        submit={t('account.reset.button')}
      />
    </>
  )
}

function RequestForm({ t }: { t: Translator }) {
  return (
    <>
      <p>{t('account.reset.lead')}</p>
      <ActionForm
        id="reset"
        action={requestResetAction}
        fields={[emailField(t, 'username')]}
        texts={formTexts(t)}
        submit={t('account.sendLink')}
      />
    </>
  )
}
