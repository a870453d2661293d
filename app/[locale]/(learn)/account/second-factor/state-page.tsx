import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { RecoveryCodesPage, SecondFactorPage } from '@/components/account/second-factor-page'
import type { FormState } from '@/components/form/form-state'
import { href } from '@/components/shell/paths'
import { safeReturnPath } from '@/domain/auth/safe-return-path'
import type { Translator } from '@/i18n/translator'
import { authenticatorFor } from '@/server/account/second-factor/authenticator'
import { readSecondFactor, type SecondFactorState } from '@/server/account/second-factor/read-state'
import { registrationFor } from '@/server/account/second-factor/registration'
import type { Permit } from '@/server/auth/permit'
import type { CodesAfter } from './outcome'

/** The current state of her second factor, with the forms that change it. */
export async function statePage(
  { locale, t, query }: Context,
  permit: Permit<'account:change'>,
  sent: FormState,
): Promise<DocumentPage> {
  const state = await readSecondFactor(permit, new Date())
  const next = safeReturnPath(query.get('next'))
  const main = (
    <SecondFactorPage
      state={await shownOf(permit, state, t)}
      asked={next !== null}
      action={formAddress(href(locale, '/account/second-factor'), next)}
      sent={sent}
      locale={locale}
      t={t}
    />
  )
  return { title: t('secondFactor.title'), main, script: 'passkey.js', styles: ['staff.css'], index: false }
}

/** The state, with the values that only its forms need. */
async function shownOf(permit: Permit<'account:change'>, state: SecondFactorState, t: Translator) {
  if (state.status === 'offered') return setUp(permit, state, t)
  if (state.status !== 'registering') return state
  const { options, browser } = await registrationFor(permit, state.challenge, t('site.short'))
  const suggested = browser ?? t('secondFactor.passkeys.someBrowser')
  return { ...state, options: JSON.stringify(options), suggested }
}

type Offered = Extract<SecondFactorState, { status: 'offered' }>

/** The secret and its link for her authenticator app. */
async function setUp({ actor }: Permit<'account:change'>, { secret, replaces }: Offered, t: Translator) {
  const authenticator = await authenticatorFor(actor.accountId, secret, t('site.short'))
  return { status: 'offered', authenticator, replaces } as const
}

/** Shows the recovery codes once. */
export function codesPage(
  { locale, t, query }: Context,
  { codes, after }: { codes: readonly string[]; after: CodesAfter },
): DocumentPage {
  const next = safeReturnPath(query.get('next')) ?? href(locale, '/account')
  const main = <RecoveryCodesPage codes={codes} after={after} next={next} t={t} />
  return { title: t('secondFactor.codes.title'), main, styles: ['staff.css'], index: false }
}

/** Keeps the `next` address, also if the form is shown again. */
export function formAddress(path: string, next: string | null): string {
  return next ? `${path}?next=${encodeURIComponent(next)}` : path
}
