import type { Context } from '@/app/http/context'
import { formPage, type Refused } from '@/app/http/form'
import { refuseFields } from '@/components/form/refuse-form'
import { href } from '@/components/shell/paths'
import { SurveyTitlesPage } from '@/components/survey/survey-form-pages'
import { fieldProblems } from '@/domain/form/field-problem'
import type { Localized } from '@/domain/locale'
import { readSurveyTitles, surveyTitlesSchema, typedTitles } from '@/domain/survey/survey-form'
import { typeset } from '@/i18n/typography'
import { renameSurvey } from '@/server/survey/build-survey'
import { requireSurveyToRun } from '@/server/survey/survey-permit'
import { staffDocument } from '../../../../../staff-document'

/** Changes the title of a survey in three languages, as long as the survey has not opened. */
export const { GET, POST } = formPage({
  permit: ({ caller, params }: Context<'institution' | 'survey'>) => requireSurveyToRun(caller, params),
  page: async ({ locale, t, path, params }, { survey }, state) => {
    const back = {
      href: href(locale, `/institutions/${params.institution}/surveys/${params.survey}`),
      label: typeset(survey.titles[locale], locale),
    }
    const form = { back, action: href(locale, path), values: typedTitles(survey.titles), state, t }
    return staffDocument(t('surveys.rename'), <SurveyTitlesPage {...form} />)
  },
  typed: (form) => ({ values: readSurveyTitles(form) }),
  read: (form, { t }): { titles: Localized } | Refused => {
    const typed = readSurveyTitles(form)
    const { data, error } = surveyTitlesSchema.safeParse(typed)
    return data ? { titles: data } : { refused: refuseFields(t, fieldProblems(error), typed) }
  },
  act: async ({ permit, survey }, { titles }) => {
    await renameSurvey(permit, survey.id, titles, new Date())
    return true as const
  },
  done: (_, { locale, params }) =>
    href(locale, `/institutions/${params.institution}/surveys/${params.survey}?done=saved`),
})
