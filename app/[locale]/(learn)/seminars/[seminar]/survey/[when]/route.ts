import { page } from '@/app/http/get-page'
import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import { permitToReadAccount } from '@/server/auth/permit'
import { seeOther } from '@/server/respond'
import { SEMINAR_SURVEYS, seminarSurveyPath } from '@/server/survey/answer-survey'

/** Redirects a signed-in person to the survey of a seminar: the one at its end, or the one some months later. */
export const GET = page<'seminar' | 'when'>(async ({ locale, params, caller }) => {
  const permit = await permitToReadAccount(caller)
  const when = (Object.keys(SEMINAR_SURVEYS) as (keyof typeof SEMINAR_SURVEYS)[]).find((one) => one === params.when)
  if (!when) throw new AppError('not-found', 'survey of a seminar')
  return seeOther(href(locale, await seminarSurveyPath(permit, params.seminar, when)))
})
