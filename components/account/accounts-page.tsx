import { ACCOUNT_STATES, type AccountQuery, writeAccountQuery } from '@/domain/account/account-query'
import type { Locale } from '@/domain/locale'
import { formatDate, formatDateTime, formatNumber, type Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { CardTable } from '../ui/card-table'
import { pageLink } from '../ui/pager'
import { SearchBox } from '../ui/search-box'
import { StaffList } from '../ui/staff-list'
import { type StaffDone, StaffPage } from '../ui/staff-page'

type Named = { email: string; nameArabic: string; nameLatin: string; createdAt: Date }
export type AccountView = Named & {
  id: string
  confirmedAt: Date | null
  disabledAt: Date | null
  guardedAt: Date | null
}
type Props = {
  accounts: readonly AccountView[]
  /** There are more of them on the next page. */
  more: boolean
  signUps: readonly Pick<Named, 'email' | 'createdAt'>[]
  asked: AccountQuery
  done: StaffDone | null
  locale: Locale
  t: Translator
}

/** The address of the list. */
export const ACCOUNTS_PATH = '/institutions/accounts'

/** The accounts of the platform, the newest first, for those who help people to sign in. */
export function AccountsPage(props: Props) {
  const { accounts, signUps, asked, done, locale, t } = props
  const here = href(locale, ACCOUNTS_PATH)
  return (
    <StaffPage heading={t('accounts.title')} lead={t('accounts.lead')} crumbs={[]} done={done} locale={locale} t={t}>
      <SearchBox
        action={here}
        label={t('people.search')}
        hint={t('people.searchHint')}
        button={t('people.searchButton')}
        value={asked.typed}
      />
      <StaffList
        narrow={{
          action: here,
          keep: asked.typed ? { q: asked.typed } : {},
          filters: [
            {
              name: 'state',
              label: t('accounts.filter'),
              all: t('accounts.all'),
              choices: ACCOUNT_STATES.map((state) => ({
                value: state,
                label: t(`accounts.states.${state}`),
                chosen: state === asked.state,
              })),
            },
          ],
        }}
        none={accounts.length === 0 ? t('accounts.none') : null}
        pages={pagesOf(props)}
        t={t}
      >
        <AccountTable accounts={accounts} locale={locale} t={t} />
      </StaffList>
      {signUps.length > 0 && <SignUps signUps={signUps} locale={locale} t={t} />}
    </StaffPage>
  )
}

function pagesOf({ asked, more, locale, t }: Props) {
  const turned = (by: number) => href(locale, ACCOUNTS_PATH) + writeAccountQuery({ ...asked, page: asked.page + by })
  return {
    label: t('accounts.pages'),
    text: t('accounts.page', { page: formatNumber(asked.page, locale) }),
    before: pageLink(asked.page > 1 ? turned(-1) : null, t('cohorts.people.earlier')),
    after: pageLink(more ? turned(1) : null, t('cohorts.people.later')),
  }
}

function AccountTable({ accounts, locale, t }: Pick<Props, 'accounts' | 'locale' | 't'>) {
  const headings = [
    t('accounts.name'),
    t('fields.email'),
    t('accounts.since'),
    t('accounts.confirmation'),
    t('accounts.factor'),
    t('accounts.state'),
  ]
  const [, email, since, confirmation, factor, state] = headings
  return (
    <CardTable caption={t('accounts.title')} headings={headings}>
      {accounts.map((account) => (
        <tr key={account.id}>
          <th scope="row">
            <a href={href(locale, `${ACCOUNTS_PATH}/${account.id}`)}>
              <Names {...account} />
            </a>
          </th>
          <td data-label={email}>
            <bdi className="email">{account.email}</bdi>
          </td>
          <td data-label={since}>{formatDate(account.createdAt, locale)}</td>
          <td data-label={confirmation}>
            {account.confirmedAt ? formatDate(account.confirmedAt, locale) : t('accounts.notConfirmed')}
          </td>
          <td data-label={factor}>{t(account.guardedAt ? 'accounts.on' : 'accounts.off')}</td>
          <td data-label={state}>{t(account.disabledAt ? 'accounts.closed' : 'accounts.open')}</td>
        </tr>
      ))}
    </CardTable>
  )
}

/** Both names, each with its language. */
export function Names({ nameArabic, nameLatin }: Pick<Named, 'nameArabic' | 'nameLatin'>) {
  return (
    <>
      <bdi lang="ar">{nameArabic}</bdi> <bdi lang="fr">{nameLatin}</bdi>
    </>
  )
}

function SignUps({ signUps, locale, t }: Pick<Props, 'signUps' | 'locale' | 't'>) {
  const headings = [t('fields.email'), t('accounts.asked'), t('accounts.acts')]
  const [, asked, act] = headings
  return (
    <section className="stack" aria-labelledby="sign-ups">
      <h2 id="sign-ups">{t('accounts.signUps')}</h2>
      <p>{t('accounts.signUpsLead')}</p>
      <CardTable caption={t('accounts.signUps')} headings={headings}>
        {signUps.map((signUp) => (
          <tr key={signUp.email}>
            <th scope="row">
              <bdi className="email">{signUp.email}</bdi>
            </th>
            <td data-label={asked}>{formatDateTime(signUp.createdAt, locale)}</td>
            <td data-label={act}>
              <a href={`${href(locale, `${ACCOUNTS_PATH}/confirm`)}?email=${encodeURIComponent(signUp.email)}`}>
                {t('accounts.confirmAgain.title')}
              </a>
            </td>
          </tr>
        ))}
      </CardTable>
    </section>
  )
}
