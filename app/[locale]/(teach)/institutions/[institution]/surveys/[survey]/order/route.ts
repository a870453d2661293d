import type { Context } from '@/app/http/context'
import { form } from '@/app/http/form'
import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import { textFields } from '@/domain/form/form-fields'
import { QUESTION_ACTS } from '@/domain/survey/survey-form'
import { orderQuestions } from '@/server/survey/build-survey'
import { requireSurveyToRun } from '@/server/survey/survey-permit'

/** Moves a question of a survey, or removes it. */
export const POST = form({
  back: ({ params }: Context<'institution' | 'survey'>) =>
    `/institutions/${params.institution}/surveys/${params.survey}`,
  permit: ({ caller, params }: Context<'institution' | 'survey'>) => requireSurveyToRun(caller, params),
  read: (sent) => {
    const { question, act: typed } = textFields(sent, ['question', 'act'])
    const act = QUESTION_ACTS.find((one) => one === typed)
    if (!act) throw new AppError('invalid-input', 'an act on a question')
    return { question, act }
  },
  act: async ({ permit, survey }, { question, act }) => {
    await orderQuestions(permit, survey.id, question, act, new Date())
    return true as const
  },
  done: (_, { locale, params }) =>
    href(locale, `/institutions/${params.institution}/surveys/${params.survey}#questions`),
})
