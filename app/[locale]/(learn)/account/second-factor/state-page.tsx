import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { RecoveryCodesPage, SecondFactorPage } from '@/components/account/second-factor-page'
import type { FormState } from '@/components/form/form-state'
import { href } from '@/components/shell/paths'
import { safeReturnPath } from '@/domain/auth/safe-return-path'
import type { Translator } from '@/i18n/translator'
import { authenticatorFor } from '@/server/account/second-factor/authenticator'
import { readSecondFactor } from '@/server/account/second-factor/read-state'
import type { Permit } from '@/server/auth/permit'

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
      state={state.status === 'offered' ? await setUp(permit, state, t) : state}
      asked={next !== null}
      action={formAddress(href(locale, '/account/second-factor'), next)}
      sent={sent}
      locale={locale}
      t={t}
    />
  )
  return { title: t('secondFactor.title'), main, styles: ['staff.css'], index: false }
}

type Offered = Extract<Awaited<ReturnType<typeof readSecondFactor>>, { status: 'offered' }>

/** The secret and its link for her authenticator app. */
async function setUp({ actor }: Permit<'account:change'>, { secret, replaces }: Offered, t: Translator) {
  const authenticator = await authenticatorFor(actor.accountId, secret, t('site.short'))
  return { status: 'offered', authenticator, replaces } as const
}

/** Shows the recovery codes once. */
export function codesPage(
  { locale, t, query }: Context,
  { codes, after }: { codes: readonly string[]; after: 'confirmed' | 'renewed' },
): DocumentPage {
  const next = safeReturnPath(query.get('next')) ?? href(locale, '/account')
  const main = <RecoveryCodesPage codes={codes} after={after} next={next} t={t} />
  return { title: t('secondFactor.codes.title'), main, styles: ['staff.css'], index: false }
}

/** Keeps the `next` address, also if the form comes back. */
export function formAddress(path: string, next: string | null): string {
  return next ? `${path}?next=${encodeURIComponent(next)}` : path
}
