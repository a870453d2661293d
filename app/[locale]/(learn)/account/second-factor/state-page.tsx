import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { ProofForm } from '@/components/account/proof-form'
import { RecoveryCodes } from '@/components/account/recovery-codes'
import { SecondFactorOn } from '@/components/account/second-factor-on'
import { SecondFactorSetUp } from '@/components/account/second-factor-set-up'
import { href } from '@/components/shell/paths'
import { type FormState, UNTOUCHED } from '@/components/ui/form-state'
import { safeReturnPath } from '@/domain/auth/safe-return-path'
import { formatDateTime } from '@/i18n/translator'
import { authenticatorFor } from '@/server/account/second-factor/authenticator'
import { readSecondFactor } from '@/server/account/second-factor/read-state'
import type { Permit } from '@/server/auth/permit'

/** Her second factor as it stands, with the forms that change it. */
export async function statePage(
  { locale, t, query }: Context,
  permit: Permit<'account:change'>,
  sent: FormState,
): Promise<DocumentPage> {
  const state = await readSecondFactor(permit, new Date())
  const next = safeReturnPath(query.get('next'))
  const action = formAddress(href(locale, '/account/second-factor'), next)
  const wasRefused = sent !== UNTOUCHED
  const title = t('secondFactor.title')
  const main = (
    <main id="main" className="wrap page narrow stack-l">
      <div className="stack">
        <h1>{title}</h1>
        {next && state.status === 'off' && !wasRefused && <p className="note">{t('errors.second-factor-missing')}</p>}
        {state.status === 'off' && <p>{t('secondFactor.lead')}</p>}
        {state.status === 'off' && <p>{t('secondFactor.need')}</p>}
      </div>
      {state.status === 'off' && (
        <ProofForm action={action} act="start" asks="password" submit={t('secondFactor.start')} state={sent} t={t} />
      )}
      {state.status === 'offered' && (
        <SecondFactorSetUp
          action={action}
          authenticator={await authenticatorFor(permit.actor.accountId, state.secret, t('site.short'))}
          replaces={state.replaces}
          state={sent}
          t={t}
        />
      )}
      {state.status === 'on' && (
        <SecondFactorOn {...state} action={action} since={formatDateTime(state.since, locale)} state={sent} t={t} />
      )}
      <p>
        <a href={href(locale, '/account')}>{t('nav.backTo', { place: t('nav.account') })}</a>
      </p>
    </main>
  )
  return {
    title,
    main,
    index: false,
  }
}

/** The codes, this once. */
export function codesPage(
  { locale, t, query }: Context,
  { codes, after }: { codes: readonly string[]; after: 'confirmed' | 'renewed' },
): DocumentPage {
  const title = t('secondFactor.codes.title')
  const next = safeReturnPath(query.get('next')) ?? href(locale, '/account')
  const main = (
    <main id="main" className="wrap page narrow stack">
      <h1>{title}</h1>
      <RecoveryCodes codes={codes} done={t(`secondFactor.codes.${after}`)} next={next} t={t} />
    </main>
  )
  return { title, main, index: false }
}

/** Keeps where she was going, also when a form comes back. */
export function formAddress(path: string, next: string | null): string {
  return next ? `${path}?next=${encodeURIComponent(next)}` : path
}
