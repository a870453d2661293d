import type { Context } from '@/app/http/context'
import { formPage, type Refused } from '@/app/http/form'
import { ErrorPage } from '@/components/error-report/error-page'
import { refuseFields } from '@/components/form/refuse-form'
import { href } from '@/components/shell/paths'
import { type ErrorAnswer, errorAnswerSchema, readErrorAnswer } from '@/domain/error-report/error-report'
import { AppError } from '@/domain/errors'
import { FIELD_LIMITS } from '@/domain/form/field-limits'
import { fieldProblems } from '@/domain/form/field-problem'
import { requirePermission } from '@/server/auth/permit'
import { answerError } from '@/server/error-report/answer-error'
import { openErrorReport } from '@/server/error-report/error-reports'
import { staffDocument } from '../../../staff-document'

/** One error report: the text at the time of the report and the current one, and the form to answer. */
export const { GET, POST } = formPage({
  permit: async ({ caller, params, locale }: Context<'report'>) => ({
    opened: await openErrorReport(await requirePermission(caller, 'error:read', {}), params.report, locale),
    permit: await requirePermission(caller, 'error:answer', { reportId: params.report }),
  }),
  page: async ({ locale, t }, { opened }, state) =>
    staffDocument(t('errorReport.title'), <ErrorPage {...opened} state={state} locale={locale} t={t} />),
  read: readAnswer,
  act: ({ permit }, answer) => answerError(permit, answer, new Date()),
  done: (_, { locale }) => href(locale, '/institutions/errors?done=answered'),
  typed: (form) => ({ values: typedIn(form) }),
})

function typedIn(form: FormData) {
  const { same, ...typed } = readErrorAnswer(form)
  return { ...typed, same: same.join(' ') }
}

/** @throws {AppError} invalid-input if the form was not made by this page. */
function readAnswer(form: FormData, { t }: Context): ErrorAnswer | Refused {
  const { data, error } = errorAnswerSchema.safeParse(readErrorAnswer(form))
  if (data) return data
  const { seen, same, ...problems } = fieldProblems(error)
  if (seen || same) throw new AppError('invalid-input', 'answer')
  return { refused: refuseFields(t, problems, typedIn(form), { errorAnswer: FIELD_LIMITS.errorAnswer }) }
}
