import { ChevronDown } from 'lucide'
import type { ReactNode } from 'react'
import type { Locale } from '@/domain/locale'
import { formatDateTime, type Translator } from '@/i18n/translator'
import type { FormState } from '../form/form-state'
import { href } from '../shell/paths'
import { auditItems } from '../ui/audit-items'
import { AuditList } from '../ui/audit-list'
import { Icon } from '../ui/icon'
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

/** Her account: what is known of her, the forms that change it, and who has seen it, folded by subject. */
export function AccountPage(props: Props) {
  return (
    <main id="main" className="wrap page stack-l">
      <Head {...props} />
      <div className="halves">
        <div className="stack-s">
          <AboutHer {...props} />
          <MorePages {...props} />
        </div>
        <div className="stack-s">
          <Security {...props} />
          <HerData {...props} />
        </div>
      </div>
    </main>
  )
}

/** The address and the state of a form of the page. */
const formOf = ({ state, locale, t }: Props, name: string) => ({
  action: href(locale, '/account'),
  state: state.form === name ? state : undefined,
  t,
})

function AboutHer(props: Props) {
  const { account, certified, identified, schools, state, locale, t } = props
  return (
    <>
      <Fold id="names" title={t('account.names.title')} open={state.form === 'names'}>
        <NamesForm {...formOf(props, 'names')} account={account} certified={certified} confirmed={identified} />
      </Fold>
      <Fold id="profile" title={t('account.profile.title')} open={state.form === 'profile'}>
        <ProfileForm {...formOf(props, 'profile')} account={account} />
      </Fold>
      {(schools.linked.length > 0 || schools.offered) && (
        <Fold
          id="school-accounts"
          title={t('schoolAccount.mine.title')}
          open={state.form === 'school-accounts' || schools.notice !== undefined}
        >
          <SchoolAccounts {...schools} {...formOf(props, 'school-accounts')} locale={locale} />
        </Fold>
      )}
    </>
  )
}

function Security(props: Props) {
  const { state, t } = props
  return (
    <>
      <Fold id="password" title={t('account.password.title')} open={state.form === 'password'}>
        <PasswordForm {...formOf(props, 'password')} />
      </Fold>
      <Fold id="second-factor" title={t('secondFactor.title')}>
        <SecondFactor {...props} />
      </Fold>
      <Fold id="sessions" title={t('account.sessions.title')} open={state.form === 'sessions'}>
        <OpenSessions {...props} />
      </Fold>
    </>
  )
}

function HerData(props: Props) {
  const { seen, data, state, t } = props
  return (
    <>
      <Fold id="seen" title={t('account.seen.title')} open={seen.before !== null}>
        <SeenBy {...props} />
      </Fold>
      <Fold id="data" title={t('account.data.title')}>
        <p>{t('account.data.lead')}</p>
        <MyData tables={data} />
        <p>
          <a className="btn" href="/api/account/data" download>
            {t('account.data.download')}
          </a>
        </p>
      </Fold>
      <Fold id="delete" title={t('account.delete.title')} open={state.form === 'delete'}>
        <DeletionForm {...formOf(props, 'delete')} />
      </Fold>
    </>
  )
}

/** The pages of the account that have an address of their own. */
function MorePages({ confirmed, locale, t }: Props) {
  return (
    <ul className="card plain stack-s">
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

type FoldProps = { id: string; title: string; open?: boolean; children: ReactNode }

/**
 * A subject of the page. Its id is inside the fold, and not on the heading: an address that names it then opens it.
 *
 * @param open it holds the outcome of what she has just done.
 */
function Fold({ id, title, open = false, children }: FoldProps) {
  return (
    <section aria-labelledby={`${id}-title`}>
      <details className="fold card" open={open}>
        <summary>
          <h2 id={`${id}-title`}>{title}</h2>
          <Icon node={ChevronDown} />
        </summary>
        <div id={id} className="stack">
          {children}
        </div>
      </details>
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
