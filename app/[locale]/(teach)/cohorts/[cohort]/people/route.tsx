import { documentPage } from '@/app/document'
import { CohortPeoplePage } from '@/components/cohort/people/people-page'
import { readPeopleQuery } from '@/domain/cohort/people-query'
import { openCohortPeople } from '@/server/cohort/people/cohort-people'
import { staffDocument } from '../../../staff-document'

type Context = { params: Promise<{ locale: string; cohort: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: language, cohort: cohortId } = await params
  return documentPage(request, language, async ({ locale, t, query }) => {
    const shown = readPeopleQuery(query)
    const listed = await openCohortPeople(cohortId, shown, new Date())
    const said = query.get('done') === 'queued' ? 'queued' : 'yes'
    const done = query.has('done') ? said : null
    const main = <CohortPeoplePage {...listed} shown={shown} done={done} locale={locale} t={t} />
    return staffDocument(t('cohorts.people.title'), main)
  })
}
