import type { Context } from '@/app/http/context'
import { form } from '@/app/http/form'
import { href } from '@/components/shell/paths'
import { holdSurvey } from '@/server/survey/build-survey'
import { requireSurveyToRun } from '@/server/survey/survey-permit'

/** Cancels the opening day of a survey that has not opened: it is a draft again. */
export const POST = form({
  back: ({ params }: Context<'institution' | 'survey'>) =>
    `/institutions/${params.institution}/surveys/${params.survey}`,
  permit: ({ caller, params }: Context<'institution' | 'survey'>) => requireSurveyToRun(caller, params),
  act: async ({ permit, survey }) => {
    await holdSurvey(permit, survey.id, new Date())
    return true as const
  },
  done: (_, { locale, params }) =>
    href(locale, `/institutions/${params.institution}/surveys/${params.survey}?done=held`),
})
