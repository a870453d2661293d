import type { Context } from '@/app/http/context'
import { formPage, type Refused } from '@/app/http/form'
import { refuseFields, refuseForm } from '@/components/form/refuse-form'
import { href } from '@/components/shell/paths'
import { SURVEY_DONE, SurveyPage } from '@/components/survey/survey-page'
import { textFields } from '@/domain/form/form-fields'
import { isOpeningDay } from '@/domain/survey/survey'
import { dayOf, daySchema } from '@/domain/time/day'
import { typeset } from '@/i18n/typography'
import { scheduleSurvey } from '@/server/survey/build-survey'
import { viewSurvey } from '@/server/survey/staff-surveys'
import { requireSurvey, requireSurveyToRun } from '@/server/survey/survey-permit'
import { staffDocument } from '../../../../staff-document'

/** A survey for its staff. The form on it sets the day on which it opens. */
export const { GET, POST } = formPage({
  permit: async ({ caller, params, request }: Context<'institution' | 'survey'>) => {
    if (request.method === 'POST') await requireSurveyToRun(caller, params)
    return requireSurvey(caller, params)
  },
  page: async ({ locale, t, query, params }, { survey: row, permit }, state) => {
    const survey = await viewSurvey(permit, row, new Date())
    const list = row.cohortId ? `/cohorts/${row.cohortId}/surveys` : `/institutions/${row.institutionId}/surveys`
    const main = (
      <SurveyPage
        back={{ href: href(locale, list), label: t('surveys.title') }}
        path={href(locale, pathOf(params))}
        survey={survey}
        done={SURVEY_DONE.find((one) => one === query.get('done')) ?? null}
        state={state}
        locale={locale}
        t={t}
      />
    )
    return staffDocument(typeset(survey.titles[locale], locale), main)
  },
  read: (form, { t }): { opensOn: string } | Refused => {
    const typed = textFields(form, ['opensOn'])
    const day = daySchema.safeParse(typed.opensOn.trim()).data
    return day && isOpeningDay(day, dayOf(new Date()))
      ? { opensOn: day }
      : { refused: refuseFields(t, { opensOn: day ? 'not-ahead' : 'day' }, typed) }
  },
  act: async ({ survey }, { opensOn }, { caller, params, locale, t }): Promise<true | Refused> => {
    const { permit } = await requireSurveyToRun(caller, params)
    if (survey.questions.length === 0) return { refused: refuseForm(t('surveys.noQuestionsYet'), { opensOn }) }
    const other = await scheduleSurvey(permit, survey.id, opensOn, new Date())
    if (other) return { refused: refuseForm(t('surveys.askedAtOnce', { survey: other[locale] }), { opensOn }) }
    return true
  },
  done: (_, { locale, params }) => href(locale, `${pathOf(params)}?done=scheduled`),
})

function pathOf({ institution, survey }: Record<'institution' | 'survey', string>): string {
  return `/institutions/${institution}/surveys/${survey}`
}
