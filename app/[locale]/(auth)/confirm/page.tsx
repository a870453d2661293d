import type { Metadata } from 'next'
import { readLocale } from '@/app/[locale]/locale-params'
import { signInPath } from '@/app/[locale]/require-person'
import { emailField, formTexts, nextField } from '@/app/form-fields'
import { href } from '@/components/shell/paths'
import { ActionForm } from '@/components/ui/action-form'
import { readToken } from '@/domain/access/email-link'
import { safeReturnPath } from '@/domain/access/safe-return-path'
import type { Translator } from '@/i18n/translator'
import { emailToConfirm, isConfirmed } from '@/server/account/confirm-email'
import { confirmAction, confirmAgainAction } from './actions'

type Search = { token?: string | string[]; next?: string | string[] }
type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Search> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await readLocale(params)
  // The address of this page may hold a secret: no other site is told it. Our own must be, or its forms look foreign.
  return { title: t('account.confirm.title'), referrer: 'same-origin', robots: 'noindex' }
}

/** Opening the link confirms nothing: mail programs open links too. The button does. */
export default async function ConfirmPage({ params, searchParams }: Props) {
  const [{ locale, t }, search] = await Promise.all([readLocale(params), searchParams])
  const token = readToken(search.token)
  const next = safeReturnPath(search.next)
  const email = token && (await emailToConfirm(token, new Date()))
  const confirmed = token !== null && !email && (await isConfirmed(token))

  return (
    <main id="main" className="wrap page">
      <div className="narrow stack">
        <h1>{t('account.confirm.title')}</h1>
        {token && email && <ConfirmForm t={t} token={token} email={email} next={next} />}
        {confirmed && <p className="note ok">{t('account.confirm.already')}</p>}
        {!email && !confirmed && search.token !== undefined && <p className="note warn">{t('errors.link-expired')}</p>}
        {!email && !confirmed && <AgainForm t={t} next={next} />}
        <p>
          <a href={next ? signInPath(locale, next) : href(locale, '/sign-in')}>{t('nav.signIn')}</a>
        </p>
      </div>
    </main>
  )
}

function ConfirmForm({ t, token, email, next }: { t: Translator; token: string; email: string; next: string | null }) {
  return (
    <>
      <p>{t.rich('account.confirm.lead', { address: () => <bdi key="email">{email}</bdi> })}</p>
      <ActionForm
        id="confirm"
        action={confirmAction}
        fields={[{ kind: 'hidden', name: 'token', value: token }, ...nextField(next)]}
        texts={formTexts(t)}
        submit={t('account.confirm.button')}
      />
    </>
  )
}

function AgainForm({ t, next }: { t: Translator; next: string | null }) {
  return (
    <>
      <p>{t('account.confirm.againLead')}</p>
      <ActionForm
        id="again"
        action={confirmAgainAction}
        fields={[emailField(t, 'email'), ...nextField(next)]}
        texts={formTexts(t)}
        submit={t('account.sendLink')}
      />
    </>
  )
}
