import type { DocumentContext } from '@/app/document'
import { MemberCard } from '@/components/institution/member-card'
import { OffersMade } from '@/components/institution/offers-made'
import { href } from '@/components/shell/paths'
import { DocumentForm } from '@/components/ui/document-form'
import type { FormState } from '@/components/ui/form-state'
import { Pager } from '@/components/ui/pager'
import { SearchBox } from '@/components/ui/search-box'
import { pageOf } from '@/domain/cohort/page-of'
import type { Role } from '@/domain/institution/role'
import { searchPeople } from '@/domain/institution/search-people'
import { formatDate } from '@/i18n/translator'
import { noteShown } from '@/server/audit/note-views'
import type { Permit } from '@/server/auth/permit'
import { offersMade } from '@/server/institution/offer-role'
import { findPeople } from '@/server/institution/people'
import { readListQuery, writeListQuery } from './list-query'
import { memberItem } from './member-item'
import { type Crumb, teachPage } from './teach-page'

type Asked = {
  permit: Permit<'people:read'>
  /** Of this very page. */
  path: string
  title: string
  lead: string
  crumbs: readonly Crumb[]
  /** What the reader may offer here. */
  offered: readonly Role[]
  state?: FormState | undefined
}

/** Who holds a role here and since when, with what the reader may do about it, and what was offered to others. */
export async function peoplePage(context: DocumentContext, asked: Asked) {
  const { locale, t, query } = context
  const { permit, path, title, lead, crumbs, offered, state } = asked
  const shown = readListQuery(query)
  const now = new Date()
  const [everybody, offers] = await Promise.all([findPeople(permit), offersMade(permit, now)])
  const people = searchPeople(everybody, shown.typed)
  const page = pageOf(people, query.get('page'))
  const ids = page.rows.map(({ accountId }) => accountId)
  await noteShown('person-viewed', permit, ids, now)
  const action = href(locale, path)
  const turned = (number: number | null, label: string) =>
    number === null ? null : { href: action + writeListQuery({ ...shown, page: number }), label }
  return teachPage(context, {
    title,
    lead,
    crumbs,
    state,
    children: (
      <>
        {query.get('again') === 'end' && !state && (
          <p className="note" role="status">
            {t('people.endAgain')}
          </p>
        )}
        {permit.target.institutionId !== null && (
          <SearchBox
            action={action}
            label={t('people.search')}
            hint={t('people.searchHint')}
            button={t('people.searchButton')}
            value={shown.typed}
          />
        )}
        {people.length === 0 && <p className="card">{t(shown.typed ? 'people.noMatch' : 'people.none')}</p>}
        {people.length > 0 && (
          <ul className="plain stack">
            {page.rows.map((member) => (
              <MemberCard
                key={member.accountId}
                member={memberItem(member, { permit, action, shown, locale, t })}
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
          text={t('cohorts.dashboard.page', { from: page.from, to: page.to, total: people.length })}
          before={turned(page.before, t('cohorts.dashboard.before'))}
          after={turned(page.after, t('cohorts.dashboard.after'))}
        />
        <OffersMade
          title={t('people.offers.title')}
          action={`${action}/take-back${writeListQuery(shown)}`}
          offers={offers.map(({ id, email, role, state, expiresAt, mayEnd }) => ({
            id,
            email,
            role: t(`roles.${role}`),
            state: { label: t(`people.offers.states.${state}`), waiting: state === 'waiting' },
            until: state === 'waiting' ? t('people.offers.until', { date: formatDate(expiresAt, locale) }) : null,
            takeBack: mayEnd ? t('people.offers.takeBack') : null,
          }))}
        />
        <section className="stack" aria-labelledby="add">
          <h2 id="add">{t('people.add')}</h2>
          <p className="prose">{t('people.addLead')}</p>
          <DocumentForm
            id="offer"
            action={action + writeListQuery(shown)}
            fields={[
              { kind: 'email', name: 'email', label: t('fields.email') },
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
      </>
    ),
  })
}
