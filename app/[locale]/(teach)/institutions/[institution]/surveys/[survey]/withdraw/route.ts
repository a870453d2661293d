import type { Context } from '@/app/http/context'
import { form } from '@/app/http/form'
import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import { withdrawSurvey } from '@/server/survey/build-survey'
import { requireSurveyToRun } from '@/server/survey/survey-permit'

/** Ends a survey without figures, or deletes one that has not opened. This is final, so the form requires a tick. */
export const POST = form({
  back: ({ params }: Context<'institution' | 'survey'>) =>
    `/institutions/${params.institution}/surveys/${params.survey}`,
  permit: ({ caller, params }: Context<'institution' | 'survey'>) => requireSurveyToRun(caller, params),
  read: (sent) => {
    if (sent.get('sure') !== 'yes') throw new AppError('invalid-input', 'a tick')
    return true as const
  },
  act: async ({ permit, survey }) => ({ gone: await withdrawSurvey(permit, survey.id, new Date()), survey }),
  done: ({ gone, survey }, { locale, params }) => {
    const list = survey.cohortId ? `/cohorts/${survey.cohortId}/surveys` : `/institutions/${params.institution}/surveys`
    return href(
      locale,
      gone ? `${list}?done=deleted` : `/institutions/${params.institution}/surveys/${survey.id}?done=withdrawn`,
    )
  },
})
