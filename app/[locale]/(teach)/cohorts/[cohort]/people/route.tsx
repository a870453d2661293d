import { page } from '@/app/http/get-page'
import { CohortPeoplePage, SAID, type Said } from '@/components/cohort/people/people-page'
import { readPeopleQuery } from '@/domain/cohort/people-query'
import { openCohortPeople } from '@/server/cohort/people/cohort-people'
import { staffDocument } from '../../../staff-document'

export const GET = page<'cohort'>(async ({ locale, t, query, params, caller }) => {
  const shown = readPeopleQuery(query)
  const listed = await openCohortPeople(caller, params.cohort, shown, locale, new Date())
  const said = (Object.keys(SAID) as Said[]).find((one) => one === query.get('done')) ?? null
  const main = <CohortPeoplePage {...listed} shown={shown} said={said} locale={locale} t={t} />
  return staffDocument(t('cohorts.people.title'), main)
})
