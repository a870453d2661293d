import type { Context } from '@/app/http/context'
import { formPage } from '@/app/http/form'
import { href } from '@/components/shell/paths'
import { SurveyListPage } from '@/components/survey/survey-list-page'
import { subjectName } from '@/components/survey/survey-words'
import type { Locale, Localized } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import { openInstitution } from '@/server/institution/open-institution'
import { createSurvey } from '@/server/survey/build-survey'
import { listSurveys, subjectsToAsk } from '@/server/survey/staff-surveys'
import { readSurveyAbout } from '../../../read-new-survey'
import { staffDocument } from '../../../staff-document'

/**
 * All surveys of an institution or, with `?seminar=`, those of one of its seminars. The form creates a survey about a
 * seminar, or about a course in all cohorts of the institution.
 */
export const { GET, POST } = formPage({
  permit: ({ caller, params }: Context<'institution'>) => openInstitution(caller, 'survey:run', params.institution),
  page: async ({ locale, t, query }, { permit, institution }, state) => {
    const path = `/institutions/${institution.id}`
    const subjects = await subjectsToAsk(permit)
    const seminar = subjects.seminars.find(({ id }) => id === query.get('seminar'))
    const about = seminar && seminarAbout(seminar, locale)
    const main = (
      <SurveyListPage
        back={about?.back ?? { href: href(locale, path), label: nameIn(institution, locale) }}
        heading={t('surveys.title')}
        lead={t('surveys.institutionLead')}
        surveys={
          await listSurveys(permit, seminar ? { seminarId: seminar.id } : { institutionId: institution.id }, new Date())
        }
        create={{
          action: `${href(locale, `${path}/surveys`)}${about?.query ?? ''}`,
          subjects,
          ...(about && { chosen: about.chosen }),
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

/** For the page of one seminar: the link back to it, and the preset subject of a new survey. */
function seminarAbout({ id, titles }: { id: string; titles: Partial<Localized> }, locale: Locale) {
  const label = subjectName({ titles }, locale) ?? id
  return { back: { href: href(locale, `/seminars/${id}`), label }, query: `?seminar=${id}`, chosen: `seminar:${id}` }
}
