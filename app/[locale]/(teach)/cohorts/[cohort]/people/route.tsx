import { page } from '@/app/http/get-page'
import { CohortPeoplePage } from '@/components/cohort/people/people-page'
import { readPeopleQuery } from '@/domain/cohort/people-query'
import { openCohortPeople } from '@/server/cohort/people/cohort-people'
import { staffDocument } from '../../../staff-document'

export const GET = page<'cohort'>(async ({ locale, t, query, params, caller }) => {
  const shown = readPeopleQuery(query)
  const listed = await openCohortPeople(caller, params.cohort, shown, new Date())
  const said = query.get('done') === 'queued' ? 'queued' : 'yes'
  const done = query.has('done') ? said : null
  const main = <CohortPeoplePage {...listed} shown={shown} done={done} locale={locale} t={t} />
  return staffDocument(t('cohorts.people.title'), main)
})
