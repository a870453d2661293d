import type { DocumentContext } from '@/app/document'
import type { DocumentPage } from '@/app/document-content'
import type { GivenBack } from '@/app/second-factor-form'
import { ProofForm } from '@/components/account/proof-form'
import { RecoveryCodes } from '@/components/account/recovery-codes'
import { SecondFactorOn } from '@/components/account/second-factor-on'
import { SecondFactorSetUp } from '@/components/account/second-factor-set-up'
import { href } from '@/components/shell/paths'
import { safeReturnPath } from '@/domain/auth/safe-return-path'
import { formatDateTime } from '@/i18n/translator'
import { authenticatorFor } from '@/server/account/second-factor/authenticator'
import { readSecondFactor } from '@/server/account/second-factor/read-state'
import type { Permit } from '@/server/auth/permit'

/** Her second factor as it stands, with the forms that change it. */
export async function statePage(
  { locale, t, query }: DocumentContext,
  permit: Permit<'account:change'>,
  given: GivenBack | null,
): Promise<DocumentPage> {
  const state = await readSecondFactor(permit, new Date())
  const next = safeReturnPath(query.get('next'))
  const action = formAddress(href(locale, '/account/second-factor'), next)
  const refused = given?.refused ?? null
  const title = t('secondFactor.title')
  const main = (
    <main id="main" className="wrap page narrow stack-l">
      <div className="stack">
        <h1>{title}</h1>
        {next && state.status === 'off' && !refused && <p className="note">{t('errors.second-factor-missing')}</p>}
        {state.status === 'off' && <p>{t('secondFactor.lead')}</p>}
        {state.status === 'off' && <p>{t('secondFactor.need')}</p>}
      </div>
      {state.status === 'off' && (
        <ProofForm
          action={action}
          act="start"
          asks="password"
          submit={t('secondFactor.start')}
          refused={refused}
          t={t}
        />
      )}
      {state.status === 'offered' && (
        <SecondFactorSetUp
          action={action}
          authenticator={await authenticatorFor(permit.actor.accountId, state.secret, t('site.short'))}
          replaces={state.replaces}
          refused={refused}
          t={t}
        />
      )}
      {state.status === 'on' && (
        <SecondFactorOn
          {...state}
          action={action}
          since={formatDateTime(state.since, locale)}
          refused={refused}
          t={t}
        />
      )}
      <p>
        <a href={href(locale, '/account')}>{t('nav.backTo', { place: t('nav.account') })}</a>
      </p>
    </main>
  )
  return {
    title: refused ? `${t('fields.errorPrefix')} ${title}` : title,
    main,
    index: false,
    status: given?.httpStatus ?? 200,
  }
}

/** The codes, this once. */
export function codesPage(
  { locale, t, query }: DocumentContext,
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
