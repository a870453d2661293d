import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { AccountPage } from '@/components/account/account-page'
import { type FormState, UNTOUCHED } from '@/components/form/form-state'
import { finished } from '@/components/form/refuse-form'
import { AppError } from '@/domain/errors'
import { signOnNotice } from '@/domain/sign-on/notice'
import type { Translator } from '@/i18n/translator'
import { exportMyData, type PersonalData } from '@/server/account/my-data'
import { openSessions } from '@/server/account/open-sessions'
import { viewsOfMyRecord } from '@/server/audit/read-audit'
import { deskOf } from '@/server/auth/caller'
import type { Permit } from '@/server/auth/permit'
import { mySchoolAccounts } from '@/server/sign-on/my-accounts'
import { describeData } from './describe-data'

/** The permits for her own account. */
export type Mine = { read: Permit<'account:read'>; change: Permit<'account:change'> }

/**
 * The account page. It shows a refused form with its errors, or the notice about the last action that the address
 * names.
 */
export async function accountPage(
  { locale, t, query, caller }: Context,
  { read: permit }: Mine,
  state: FormState,
): Promise<DocumentPage> {
  const { actor } = permit
  const before = query.get('before')
  const [data, seen, sessions, schools, desk] = await Promise.all([
    exportMyData(permit),
    viewsOfMyRecord(permit, before),
    openSessions(permit, new Date()),
    mySchoolAccounts(permit),
    deskOf(caller),
  ])
  const [account] = data.Account
  if (!account) throw new AppError('not-found', 'account')
  const main = (
    <AccountPage
      account={account}
      confirmed={actor.confirmed}
      certified={data.Certificate.length > 0}
      identified={data.IdentityConfirmation.length > 0}
      secondFactorSince={guardedSince(data)}
      staff={desk.staff || desk.reviewer}
      schools={{ ...schools, notice: signOnNotice(query) }}
      sessions={sessions}
      sessionId={actor.sessionId}
      seen={{ ...seen, before }}
      data={describeData(data, locale, t)}
      state={state === UNTOUCHED ? doneIn(query, t) : state}
      locale={locale}
      t={t}
    />
  )
  return { title: t('nav.account'), main, script: 'leave-device.js', styles: ['staff.css'], ...desk, index: false }
}

/** Since when she has a second factor: an app or a passkey, whichever came first. */
function guardedSince({ SecondFactor, Passkey }: Pick<PersonalData, 'SecondFactor' | 'Passkey'>): Date | null {
  const since = [...SecondFactor.map(({ confirmedAt }) => confirmedAt), ...Passkey.map(({ createdAt }) => createdAt)]
  return since.filter((date) => date !== null).toSorted((one, other) => +one - +other)[0] ?? null
}

/** The notice about the last action, which the address of the page names after a form. */
function doneIn(query: URLSearchParams, t: Translator): FormState {
  const form = query.get('done')
  if (form === 'names' || form === 'profile') return { ...finished(t('account.saved')), form }
  if (form === 'school-accounts') return { ...finished(t('account.saved')), form }
  if (form === 'sessions') return { ...finished(t('account.sessions.ended')), form }
  return form === 'password' ? { ...finished(t('account.password.done')), form } : UNTOUCHED
}
