import type { PlatformRole } from '@/domain/auth/role'
import type { Locale } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'
import type { Field } from '../form/field'
import { SectionForm } from '../form/form'
import type { FormState } from '../form/form-state'
import { href } from '../shell/paths'
import { Facts } from '../ui/facts'
import { type StaffDone, StaffPage } from '../ui/staff-page'
import { ACCOUNTS_PATH, type AccountView, Names } from './accounts-page'

/** The acts of support on an account. The key names the texts under `accounts`, the value is the end of the address. */
export const SUPPORT_ACTS = {
  disable: 'disable',
  enable: 'enable',
  factorOff: 'second-factor',
  confirmAgain: 'confirm',
  admit: 'admit',
} as const
export type SupportAct = keyof typeof SUPPORT_ACTS

type Account = AccountView & { platform: readonly PlatformRole[] }
type Props = {
  account: Account
  /** The acts that make sense now; null if it is not for the reader to act on this account. */
  acts: readonly SupportAct[] | null
  /** It is the account of the reader. */
  own: boolean
  done: StaffDone | null
  locale: Locale
  t: Translator
}

/** One account: whether its owner can sign in, and what can be done about that. Never what she learns. */
export function AccountOfPage({ account, acts, own, done, locale, t }: Props) {
  return (
    <StaffPage
      heading={<Names {...account} />}
      lead={t('accounts.lead')}
      crumbs={[{ path: ACCOUNTS_PATH, label: t('accounts.title') }]}
      done={done}
      locale={locale}
      t={t}
    >
      <p className="note">{t('accounts.recorded')}</p>
      <Facts facts={factsOf(account, locale, t)} />
      <section className="stack" aria-labelledby="acts">
        <h2 id="acts">{t('accounts.acts')}</h2>
        {acts === null ? (
          <p>{t(own ? 'accounts.own' : 'accounts.platformOnly')}</p>
        ) : (
          <ul className="plain stack-s">
            {acts.map((act) => (
              <li key={act}>
                <a href={href(locale, addressOf(account, act))}>{t(`accounts.${act}.title`)}</a>
              </li>
            ))}
          </ul>
        )}
      </section>
    </StaffPage>
  )
}

function addressOf({ id, email }: Account, act: SupportAct): string {
  if (act === 'confirmAgain') return `${ACCOUNTS_PATH}/confirm?email=${encodeURIComponent(email)}`
  return `${ACCOUNTS_PATH}/${id}/${SUPPORT_ACTS[act]}`
}

function factsOf(account: Account, locale: Locale, t: Translator) {
  const day = (date: Date | null, none: string) => (date ? formatDate(date, locale) : none)
  return [
    { label: t('fields.email'), value: <bdi className="email">{account.email}</bdi> },
    { label: t('accounts.since'), value: day(account.createdAt, '') },
    { label: t('accounts.confirmation'), value: day(account.confirmedAt, t('accounts.notConfirmed')) },
    {
      label: t('accounts.factor'),
      value: account.guardedAt
        ? t('accounts.sinceDay', { date: formatDate(account.guardedAt, locale) })
        : t('accounts.off'),
    },
    {
      label: t('accounts.state'),
      value: account.disabledAt
        ? t('accounts.closedOn', { date: formatDate(account.disabledAt, locale) })
        : t('accounts.open'),
    },
    ...account.platform.map((role) => ({ label: t('accounts.role'), value: t(`roles.${role}`) })),
  ]
}

type ActProps = {
  act: SupportAct
  /** Null while only an address is known. */
  account: Pick<Account, 'id' | 'email' | 'nameArabic' | 'nameLatin'> | null
  /** The address of this page, without its language. */
  path: string
  /** The address that waits for confirmation, as far as it is known. */
  email?: string
  /** The closed courses. */
  courses?: readonly { id: string; title: string }[]
  state: FormState
  locale: Locale
  t: Translator
}

/** Asks why support does something about an account, and says what that means. */
export function SupportActPage({ act, account, path, email, courses, state, locale, t }: ActProps) {
  const fields: Field[] = [
    ...(email === undefined ? [] : [{ kind: 'email', name: 'email', label: t('fields.email'), value: email } as const]),
    ...(courses ? [courseField(courses, t)] : []),
    { kind: 'text', name: 'reason', label: t('fields.reason'), hint: t(hintOf(act)) },
  ]
  const back = account ? [{ path: `${ACCOUNTS_PATH}/${account.id}`, label: account.email }] : []
  return (
    <StaffPage
      heading={t(`accounts.${act}.title`)}
      lead={t(`accounts.${act}.lead`)}
      crumbs={[{ path: ACCOUNTS_PATH, label: t('accounts.title') }, ...back]}
      locale={locale}
      t={t}
    >
      {account && (
        <p>
          <Names {...account} /> <bdi className="email">{account.email}</bdi>
        </p>
      )}
      {courses?.length === 0 ? (
        <p className="note">{t('accounts.admit.none')}</p>
      ) : (
        <SectionForm
          id="why"
          action={href(locale, path)}
          fields={fields}
          submit={t(`accounts.${act}.button`)}
          state={state}
          look={act === 'disable' || act === 'factorOff' ? 'danger' : 'primary'}
          t={t}
        />
      )}
    </StaffPage>
  )
}

/** The letter that confirms an address says nothing of the reason. */
const hintOf = (act: SupportAct) => (act === 'confirmAgain' ? 'fields.reasonAudit' : 'accounts.told')

function courseField(courses: readonly { id: string; title: string }[], t: Translator): Field {
  const options = courses.map(({ id, title }) => ({ value: id, label: title }))
  return { kind: 'select', name: 'course', label: t('fields.course'), choose: t('fields.choose'), options }
}
