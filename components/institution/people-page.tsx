import type { Person } from '@/domain/auth/policy'
import type { Role } from '@/domain/auth/role'
import type { OfferState } from '@/domain/auth/role-offer'
import { type ListQuery, writeListQuery } from '@/domain/institution/list-query'
import type { Page } from '@/domain/list/page-of'
import type { Locale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import type { Names } from '@/domain/person/profile'
import type { Scope } from '@/domain/signoff/scope'
import { formatDate, type Translator } from '@/i18n/translator'
import type { Field } from '../form/field'
import { SectionForm } from '../form/form'
import type { FormState } from '../form/form-state'
import { href } from '../shell/paths'
import { nameFields } from '../ui/form-fields'
import { Pager, pageLink } from '../ui/pager'
import { type CourseTitles, scopeFacts } from '../ui/scope-facts'
import { SearchBox } from '../ui/search-box'
import { type Crumb, type StaffDone, StaffPage } from '../ui/staff-page'
import { MemberCard } from './member-card'
import { type Member, memberItem } from './member-item'
import { OffersMade } from './offers-made'

type Offer = Names & {
  id: string
  email: string
  role: Role
  state: OfferState
  expiresAt: Date
  toldAt: Date | null
  mayEnd: boolean
  /** The scope of an offer to review texts; null for other roles. */
  scope: Scope | null
}
type Props = {
  title: string
  lead: string
  crumbs: readonly Crumb[]
  done?: StaffDone | null
  /** The address of this page, without its language. */
  path: string
  reader: Person
  /** Null for the platform. */
  institutionId: string | null
  /** The filter and page of the list, from the address. */
  shown: ListQuery
  people: Page<Member>
  /** The number of people who match the filter. */
  total: number
  offers: readonly Offer[]
  /** What the reader may offer here. */
  offered: readonly Role[]
  /** How many unconfirmed identities equal the school's lists; null for a reader who may confirm none. */
  asListed: number | null
  /** The titles of the courses, for the scopes of reviewers; on the page of the platform alone. */
  courses?: CourseTitles
  /** She has given the code to end a role, but must press the button again: the role has not ended. */
  endAgain: boolean
  state?: FormState | undefined
  locale: Locale
  t: Translator
}

/** The people with a role here, with the acts of the reader, and the offers to others. */
export function PeoplePage(props: Props) {
  const { title, lead, crumbs, done, path, institutionId, shown, offers, asListed, endAgain, courses, locale, t } =
    props
  const action = href(locale, path)
  return (
    <StaffPage heading={title} lead={lead} crumbs={crumbs} done={done} locale={locale} t={t}>
      {endAgain && (
        <p className="note" role="status">
          {t('people.endAgain')}
        </p>
      )}
      {asListed !== null && (
        <p className={asListed > 0 ? 'note' : undefined}>
          {asListed > 0 && t('people.byList.link', { count: asListed })}{' '}
          <a href={`${action}/by-list`}>{t(asListed > 0 ? 'people.byList.go' : 'people.byList.title')}</a>
        </p>
      )}
      {institutionId !== null && (
        <SearchBox
          action={action}
          label={t('people.search')}
          hint={t('people.searchHint')}
          button={t('people.searchButton')}
          value={shown.typed}
        />
      )}
      <Members {...props} action={action} />
      <OffersMade
        title={t('people.offers.title')}
        action={action}
        query={writeListQuery(shown)}
        offers={offers.map(({ id, email, role, state, expiresAt, toldAt, mayEnd, scope, ...names }) => ({
          id,
          email,
          name: nameIn(names, locale),
          sent: toldAt ? t('people.offers.sent', { date: formatDate(toldAt, locale) }) : null,
          role: t(`roles.${role}`),
          state: { label: t(`people.offers.states.${state}`), waiting: state === 'waiting' },
          until: state === 'waiting' ? t('people.offers.until', { date: formatDate(expiresAt, locale) }) : null,
          scope: scope && scopeFacts(scope, courses ?? {}, locale, t),
          acts: mayEnd ? { resend: t('people.offers.resend'), takeBack: t('people.offers.takeBack') } : null,
        }))}
      />
      <OfferForm {...props} action={action} />
      {courses && (
        <p>
          <a className="btn" href={`${action}/reviewer`}>
            {t('editorial.offer.link')}
          </a>
        </p>
      )}
    </StaffPage>
  )
}

function Members({ people, total, shown, reader, institutionId, action, locale, t }: Props & { action: string }) {
  const pageHref = (page: number | null) => (page === null ? null : action + writeListQuery({ ...shown, page }))
  return (
    <>
      {total === 0 && <p className="card">{t(shown.typed ? 'people.noMatch' : 'people.none')}</p>}
      {total > 0 && (
        <ul className="plain stack">
          {people.rows.map((member) => (
            <MemberCard
              key={member.accountId}
              member={memberItem(member, { reader, institutionId, action, shown, locale, t })}
              texts={{
                identity: t('people.identity'),
                change: t('people.change'),
                confirmLead: t('people.confirmLead'),
              }}
            />
          ))}
        </ul>
      )}
      {shown.typed && (
        <p>
          <a href={action}>{t('people.all')}</a>
        </p>
      )}
      <Pager
        label={t('cohorts.dashboard.pages')}
        text={t('cohorts.dashboard.page', { from: people.from, to: people.to, total })}
        before={pageLink(pageHref(people.before), t('cohorts.dashboard.before'))}
        after={pageLink(pageHref(people.after), t('cohorts.dashboard.after'))}
      />
    </>
  )
}

function OfferForm({ action, shown, offered, state, t }: Props & { action: string }) {
  return (
    <section className="stack" aria-labelledby="add">
      <h2 id="add">{t('people.add')}</h2>
      <p className="prose">{t('people.addLead')}</p>
      <SectionForm
        id="offer"
        action={action + writeListQuery(shown)}
        fields={[
          { kind: 'email', name: 'email', label: t('fields.email') },
          ...nameFields(t).map((field) => ({ ...field, autoComplete: 'off', optional: true }) as Field),
          {
            kind: 'select',
            name: 'role',
            label: t('fields.role'),
            options: offered.map((role) => ({ value: role, label: t(`roles.${role}`) })),
            choose: t('fields.choose'),
          },
        ]}
        submit={t('people.addButton')}
        state={state}
        t={t}
      />
    </section>
  )
}
