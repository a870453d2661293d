import type { Context } from '@/app/http/context'
import { formPage } from '@/app/http/form'
import { href } from '@/components/shell/paths'
import { SurveyListPage } from '@/components/survey/survey-list-page'
import { nameIn } from '@/domain/cohort/name-in'
import { openInstitution } from '@/server/institution/open-institution'
import { createSurvey } from '@/server/survey/build-survey'
import { listSurveys, subjectsToAsk } from '@/server/survey/staff-surveys'
import { readSurveyAbout } from '../../../read-new-survey'
import { staffDocument } from '../../../staff-document'

/** All surveys of an institution, and the form of one about a seminar, or a course in all of its cohorts. */
export const { GET, POST } = formPage({
  permit: ({ caller, params }: Context<'institution'>) => openInstitution(caller, 'survey:run', params.institution),
  page: async ({ locale, t, query }, { permit, institution }, state) => {
    const main = (
      <SurveyListPage
        back={{ href: href(locale, `/institutions/${institution.id}`), label: nameIn(institution, locale) }}
        heading={t('surveys.title')}
        lead={t('surveys.institutionLead')}
        surveys={await listSurveys(permit, { institutionId: institution.id }, new Date())}
        create={{
          action: href(locale, `/institutions/${institution.id}/surveys`),
          subjects: await subjectsToAsk(permit),
        }}
        done={query.get('done') === 'deleted' ? 'deleted' : null}
        state={state}
        locale={locale}
        t={t}
      />
    )
    return staffDocument(t('surveys.title'), main)
  },
  read: (form, { t }) => readSurveyAbout(form, t),
  act: ({ permit }, { kind, about }) => createSurvey(permit, about, kind, new Date()),
  done: (id, { locale }, { institution }) => href(locale, `/institutions/${institution.id}/surveys/${id}`),
})
