import type { ReactNode } from 'react'
import type { Locale } from '@/domain/locale'
import { formatDateTime, type Translator } from '@/i18n/translator'
import type { FormState } from '../form/form-state'
import { href } from '../shell/paths'
import { auditItems } from '../ui/audit-items'
import { AuditList } from '../ui/audit-list'
import { DeletionForm, NamesForm, PasswordForm, ProfileForm } from './account-forms'
import { type DataTable, MyData } from './my-data'
import { SchoolAccounts, type SchoolAccountsShown } from './school-accounts'
import { Sessions } from './sessions'
import { UnsentNote } from './unsent-note'

type Account = {
  email: string
  nameArabic: string
  nameLatin: string
  function: string
  institution: string
  locale: string
}
type OpenSession = { id: string; browser: string | null; createdAt: Date; lastSeenAt: Date }
type Props = {
  account: Account
  /** Her address is confirmed. */
  confirmed: boolean
  /** A certificate carries her names. */
  certified: boolean
  /** An institution has confirmed her names. */
  identified: boolean
  secondFactorSince: Date | null
  staff: boolean
  schools: SchoolAccountsShown
  sessions: readonly OpenSession[]
  /** The session of this browser. */
  sessionId: string
  seen: Seen
  data: readonly DataTable[]
  /** The state of the form that was sent. */
  state: FormState
  locale: Locale
  t: Translator
}
/** A page of the audit log of accesses to her record: its entries are older than `before`. */
type Seen = { entries: Parameters<typeof auditItems>[0]; older: string | null; before: string | null }

/** Her account: what is known of her, the forms that change it, and who has seen it. */
export function AccountPage(props: Props) {
  const { account, certified, identified, state, data, locale, t } = props
  const form = (name: string) => ({
    action: href(locale, '/account'),
    state: state.form === name ? state : undefined,
    t,
  })
  return (
    <main id="main" className="wrap page">
      <div className="narrow stack-l">
        <Head {...props} />
        <Section id="names" title={t('account.names.title')}>
          <NamesForm {...form('names')} account={account} certified={certified} confirmed={identified} />
        </Section>
        <Section id="profile" title={t('account.profile.title')}>
          <ProfileForm {...form('profile')} account={account} />
        </Section>
        <Section id="password" title={t('account.password.title')}>
          <PasswordForm {...form('password')} />
        </Section>
        <Section id="second-factor" title={t('secondFactor.title')}>
          <SecondFactor {...props} />
        </Section>
        {(props.schools.linked.length > 0 || props.schools.offered) && (
          <Section id="school-accounts" title={t('schoolAccount.mine.title')}>
            <SchoolAccounts {...props.schools} {...form('school-accounts')} locale={locale} />
          </Section>
        )}
        <MorePages {...props} />
        <Section id="sessions" title={t('account.sessions.title')}>
          <OpenSessions {...props} />
        </Section>
        <Section id="seen" title={t('account.seen.title')}>
          <SeenBy {...props} />
        </Section>
        <Section id="data" title={t('account.data.title')}>
          <p>{t('account.data.lead')}</p>
          <MyData tables={data} />
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
}

/** The pages of the account that have an address of their own. */
function MorePages({ confirmed, locale, t }: Props) {
  return (
    <ul className="plain stack-s">
      <li>
        <a href={href(locale, '/account/letters')}>{t('letters.title')}</a>
      </li>
      <li>
        <a href={href(locale, '/account/institutions')}>{t('myInstitutions.title')}</a>
      </li>
      {confirmed && (
        <li>
          <a href={href(locale, '/account/merge')}>{t('account.mergeDo')}</a>
        </li>
      )}
    </ul>
  )
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

function Head({ account, confirmed, locale, t }: Props) {
  return (
    <div className="stack">
      <h1>{t('nav.account')}</h1>
      <form method="post" action={href(locale, '/account')} className="row">
        <bdi className="email">{account.email}</bdi>
        <button type="submit" name="act" value="sign-out" className="btn">
          {t('nav.signOut')}
        </button>
      </form>
      <UnsentNote locale={locale} t={t} />
      {!confirmed && (
        <p className="note warn">
          {t('account.unconfirmed')} <a href={href(locale, '/confirm')}>{t('account.confirm.title')}</a>
        </p>
      )}
    </div>
  )
}

function SecondFactor({ secondFactorSince: since, locale, t }: Props) {
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

function OpenSessions({ staff, sessions, sessionId, state, locale, t }: Props) {
  return (
    <>
      <p>{t(staff ? 'account.sessions.leadStaff' : 'account.sessions.lead')}</p>
      <Sessions
        action={href(locale, '/account')}
        done={state.form === 'sessions' ? state.done : undefined}
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
          here: id === sessionId,
        }))}
      />
    </>
  )
}

/** Who looked at her record and what others did about her, when and why. */
function SeenBy({ seen: { entries, older, before }, locale, t }: Props) {
  const here = href(locale, '/account')
  return (
    <>
      <p>{t('account.seen.lead')}</p>
      <AuditList
        items={auditItems(entries, { about: false, institution: true }, locale, t)}
        none={t(before === null ? 'account.seen.none' : 'audit.noOlder')}
        newest={before === null ? null : { href: `${here}#seen`, label: t('audit.newest') }}
        older={older === null ? null : { href: `${here}?before=${older}#seen`, label: t('audit.older') }}
      />
    </>
  )
}
