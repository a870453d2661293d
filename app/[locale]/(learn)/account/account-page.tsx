import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { finished } from '@/app/refuse-form'
import { MyData } from '@/components/account/my-data'
import { Sessions } from '@/components/account/sessions'
import { href } from '@/components/shell/paths'
import { type FormState, UNTOUCHED } from '@/components/ui/form-state'
import { AppError } from '@/domain/errors'
import type { Locale } from '@/domain/locale'
import { formatDateTime, type Translator } from '@/i18n/translator'
import { exportMyData } from '@/server/account/my-data'
import { openSessions } from '@/server/account/open-sessions'
import { runsSomething } from '@/server/auth/caller'
import type { Permit } from '@/server/auth/permit'
import { DeletionForm, NamesForm, PasswordForm, ProfileForm } from './account-forms'
import type { FormName } from './acts'
import { describeData } from './describe-data'
import { seenList } from './seen'

/** The permits to her own account. */
export type Mine = { read: Permit<'account:read'>; change: Permit<'account:change'> }

/** Her account, with a form that was refused or, from the address, what she has just done. */
export async function accountPage(
  { locale, t, query, caller }: Context,
  { read: permit }: Mine,
  state: FormState,
): Promise<DocumentPage> {
  const { actor } = permit
  const [data, seen, sessions, staff] = await Promise.all([
    exportMyData(permit),
    seenList(permit, query.get('before'), locale, t),
    openSessions(permit, new Date()),
    runsSomething(caller),
  ])
  const [account] = data.Account
  if (!account) throw new AppError('not-found', 'account')
  const shown = state === UNTOUCHED ? doneIn(query, t) : state
  const form = (name: FormName) => ({
    t,
    action: href(locale, '/account'),
    state: shown.form === name ? shown : undefined,
  })
  const main = (
    <main id="main" className="wrap page">
      <div className="narrow stack-l">
        <div className="stack">
          <h1>{t('nav.account')}</h1>
          <form method="post" action={href(locale, '/account')} className="row">
            <bdi className="email">{account.email}</bdi>
            <button type="submit" name="act" value="sign-out" className="btn">
              {t('nav.signOut')}
            </button>
          </form>
          {!actor.confirmed && (
            <p className="note warn">
              {t('account.unconfirmed')} <a href={href(locale, '/confirm')}>{t('account.confirm.title')}</a>
            </p>
          )}
        </div>
        <Section id="names" title={t('account.names.title')}>
          <NamesForm
            {...form('names')}
            account={account}
            certified={data.Certificate.length > 0}
            confirmed={data.IdentityConfirmation.length > 0}
          />
        </Section>
        <Section id="profile" title={t('account.profile.title')}>
          <ProfileForm {...form('profile')} account={account} />
        </Section>
        <Section id="password" title={t('account.password.title')}>
          <PasswordForm {...form('password')} />
        </Section>
        <Section id="second-factor" title={t('secondFactor.title')}>
          <SecondFactorLine t={t} locale={locale} since={data.SecondFactor[0]?.confirmedAt ?? null} />
        </Section>
        <p>
          <a href={href(locale, '/account/institutions')}>{t('myInstitutions.title')}</a>
        </p>
        <Section id="sessions" title={t('account.sessions.title')}>
          <p>{t(staff ? 'account.sessions.leadStaff' : 'account.sessions.lead')}</p>
          <Sessions
            action={href(locale, '/account')}
            done={shown.form === 'sessions' ? shown.done : undefined}
            texts={{
              here: t('account.sessions.here'),
              end: t('account.sessions.end'),
              everywhere: t('account.sessions.everywhere'),
            }}
            sessions={sessions.map(({ id, browser, createdAt, lastSeenAt }) => ({
              id,
              browser: browser ?? t('account.sessions.unknown'),
              since: t('account.sessions.since', { date: formatDateTime(createdAt, locale) }),
              lastUsed: t('account.sessions.lastUsed', { date: formatDateTime(lastSeenAt, locale) }),
              here: id === actor.sessionId,
            }))}
          />
        </Section>
        <Section id="seen" title={t('account.seen.title')}>
          {seen}
        </Section>
        <Section id="data" title={t('account.data.title')}>
          <p>{t('account.data.lead')}</p>
          <MyData tables={describeData(data, locale, t)} />
          <p>
            <a className="btn" href="/api/account/data" download>
              {t('account.data.download')}
            </a>
          </p>
        </Section>
        <Section id="delete" title={t('account.delete.title')}>
          <DeletionForm {...form('delete')} />
        </Section>
      </div>
    </main>
  )
  return { title: t('nav.account'), main, staff, index: false }
}

/** What she has just done, as the address of the page says after a form. */
function doneIn(query: URLSearchParams, t: Translator): FormState {
  const form = query.get('done')
  if (form === 'names' || form === 'profile') return { ...finished(t('account.saved')), form }
  if (form === 'sessions') return { ...finished(t('account.sessions.ended')), form }
  return form === 'password' ? { ...finished(t('account.password.done')), form } : UNTOUCHED
}

function SecondFactorLine({ t, locale, since }: { t: Translator; locale: Locale; since: Date | null }) {
  return (
    <>
      <p>
        {since ? t('secondFactor.on.since', { date: formatDateTime(since, locale) }) : t('secondFactor.account.off')}
      </p>
      <p>
        <a className="btn" href={href(locale, '/account/second-factor')}>
          {t(since ? 'secondFactor.account.manage' : 'secondFactor.account.turnOn')}
        </a>
      </p>
    </>
  )
}

function Section({ id, title, children }: { id: string; title: string; children: React.ReactNode }) {
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}
