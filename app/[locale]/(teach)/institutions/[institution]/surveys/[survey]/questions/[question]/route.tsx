import type { Context } from '@/app/http/context'
import { formPage, type Refused } from '@/app/http/form'
import { refuseFields } from '@/components/form/refuse-form'
import { href } from '@/components/shell/paths'
import { SurveyQuestionPage } from '@/components/survey/survey-form-pages'
import { AppError } from '@/domain/errors'
import { fieldProblems } from '@/domain/form/field-problem'
import {
  type QuestionWords,
  readSurveyQuestion,
  surveyQuestionFormSchema,
  typedQuestion,
} from '@/domain/survey/survey-form'
import { typeset } from '@/i18n/typography'
import { saveQuestion } from '@/server/survey/build-survey'
import { requireSurveyToRun } from '@/server/survey/survey-permit'
import { staffDocument } from '../../../../../../staff-document'

type Params = 'institution' | 'survey' | 'question'
const NEW = 'new'

/** Changes a question of a survey that has not opened. The address `new` adds one. */
export const { GET, POST } = formPage({
  permit: async ({ caller, params }: Context<Params>) => {
    const granted = await requireSurveyToRun(caller, params)
    const question = granted.survey.questions.find(({ id }) => id === params.question) ?? null
    if (!question && params.question !== NEW) throw new AppError('not-found', 'question')
    return { ...granted, question }
  },
  page: async ({ locale, t, path, params }, { survey, question }, state) => {
    const back = {
      href: href(locale, `/institutions/${params.institution}/surveys/${params.survey}`),
      label: typeset(survey.titles[locale], locale),
    }
    const isNew = question === null
    // The checkbox reads `values`, not the state, so the sent values are added for a refused form.
    const values = { ...typedQuestion(question), ...state.values }
    const form = { back, action: href(locale, path), values, isNew, state, t }
    return staffDocument(t(isNew ? 'surveys.addQuestion' : 'surveys.changeQuestion'), <SurveyQuestionPage {...form} />)
  },
  typed: (form) => ({ values: readSurveyQuestion(form) }),
  read: (form, { t }): { words: QuestionWords } | Refused => {
    const typed = readSurveyQuestion(form)
    const { data, error } = surveyQuestionFormSchema.safeParse(typed)
    return data ? { words: data } : { refused: refuseFields(t, fieldProblems(error), typed) }
  },
  act: async ({ permit, survey, question }, { words }) => {
    await saveQuestion(permit, survey.id, question?.id ?? null, words, new Date())
    return true as const
  },
  done: (_, { locale, params }) =>
    href(locale, `/institutions/${params.institution}/surveys/${params.survey}?done=saved`),
})
