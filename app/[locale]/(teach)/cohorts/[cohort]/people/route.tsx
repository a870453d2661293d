import { documentPage } from '@/app/document'
import { MemberTable } from '@/components/cohort/member-table'
import { href } from '@/components/shell/paths'
import { FilterForm } from '@/components/ui/filter-form'
import { Name } from '@/components/ui/name'
import { Scrolling } from '@/components/ui/scrolling'
import { decide } from '@/domain/auth/policy'
import { MEMBER_STATUSES } from '@/domain/cohort/membership'
import { formatNumber } from '@/i18n/translator'
import { requireCohort, targetOf } from '@/server/cohort/cohort-permit'
import { entryOf } from '@/server/cohort/entry/entry-settings'
import { noteViews } from '@/server/cohort/note-views'
import { cohortPeople } from '@/server/cohort/people/cohort-people'
import { EntryNote } from './entry-note'
import { memberRow } from './member-row'
import { readPeopleQuery, writePeopleQuery } from './people-query'

type Context = { params: Promise<{ locale: string; cohort: string }> }

/** Everyone on a cohort's list, wherever they stand. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: language, cohort: cohortId } = await params
  return documentPage(request, language, async ({ locale, t, query }) => {
    const { cohort, permit } = await requireCohort('cohort:read', cohortId)
    const shown = readPeopleQuery(query)
    const { people, more, statuses } = await cohortPeople(permit, cohort, shown, shown.page)
    const ids = people.flatMap(({ accountId }) => accountId ?? [])
    await noteViews(permit, cohort, ids, new Date())
    const path = href(locale, `/cohorts/${cohort.id}`)
    const mayEnrol = !cohort.archivedAt && decide(permit.actor, 'cohort:enrol', targetOf(cohort)) === 'allowed'
    const narrowed = shown.status !== null || shown.letterFailed
    const main = (
      <main id="main" className="wrap page stack">
        <p className="sm">
          <a href={path}>
            <Name>{cohort.name}</Name>
          </a>
        </p>
        <div className="row between">
          <h1>{t('cohorts.people.title')}</h1>
          {mayEnrol && (
            <a className="btn primary" href={`${path}/import`}>
              {t('cohorts.people.import')}
            </a>
          )}
        </div>
        <EntryNote entry={await entryOf(permit)} change={mayEnrol ? `${path}/entry` : null} t={t} />
        {query.has('done') && (
          <p className="note ok" role="status">
            {t(query.get('done') === 'queued' ? 'cohorts.people.queued' : 'cohorts.people.done')}
          </p>
        )}
        <ul className="facts sm" aria-label={t('cohorts.people.counts')}>
          {MEMBER_STATUSES.filter((status) => statuses[status]).map((status) => (
            <li key={status}>
              {t(`cohorts.statuses.${status}`)} <strong>{formatNumber(statuses[status] ?? 0, locale)}</strong>
            </li>
          ))}
        </ul>
        <FilterForm
          action={`${path}/people`}
          filters={[
            {
              name: 'show',
              label: t('cohorts.people.filter'),
              all: t('cohorts.people.all'),
              choices: MEMBER_STATUSES.map((value) => ({
                value,
                label: t(`cohorts.statuses.${value}`),
                chosen: value === shown.status,
              })),
            },
            {
              name: 'letter',
              label: t('cohorts.people.letters'),
              all: t('cohorts.people.anyLetter'),
              choices: [{ value: 'failed', label: t('cohorts.people.failedOnly'), chosen: shown.letterFailed }],
            },
          ]}
          texts={{ filter: t('library.cases.filter'), clear: t('library.cases.clear') }}
        />
        {people.length === 0 && (
          <p className="note">{t(narrowed ? 'cohorts.people.noMatch' : 'cohorts.people.none')}</p>
        )}
        {people.length > 0 && (
          <Scrolling>
            <MemberTable
              caption={t('cohorts.people.title')}
              headings={{
                person: t('cohorts.people.person'),
                status: t('cohorts.people.status'),
                since: t('cohorts.people.since'),
                letter: t('cohorts.people.letter'),
                act: t('cohorts.people.act'),
              }}
              people={people.map((person) => memberRow(person, `${path}/people`, writePeopleQuery(shown), locale, t))}
            />
          </Scrolling>
        )}
        {(more || shown.page > 1) && (
          <p className="row">
            {shown.page > 1 && (
              <a className="btn" href={`${path}/people${writePeopleQuery({ ...shown, page: shown.page - 1 })}`}>
                {t('cohorts.people.earlier')}
              </a>
            )}
            {more && (
              <a className="btn" href={`${path}/people${writePeopleQuery({ ...shown, page: shown.page + 1 })}`}>
                {t('cohorts.people.later')}
              </a>
            )}
          </p>
        )}
      </main>
    )
    return { title: t('cohorts.people.title'), main, staff: true, index: false }
  })
}
