import type { Context } from '@/app/http/context'
import { formPage, type Refused } from '@/app/http/form'
import { refuseFields } from '@/components/form/refuse-form'
import { RegradesPage } from '@/components/regrade/regrades-page'
import { href } from '@/components/shell/paths'
import { type NewRegrade, newRegradeSchema } from '@/domain/exam/regrade'
import { fieldProblems } from '@/domain/form/field-problem'
import { textFields } from '@/domain/form/form-fields'
import { reasonSchema } from '@/domain/form/reason'
import { requirePermission } from '@/server/auth/permit'
import { proposeRegrade, regradesPage } from '@/server/exam/regrade-proposals'
import { doneIn, staffDocument } from '../../../staff-document'

/** The proposals to grade exams again because of a wrong key. The form adds one. */
export const { GET, POST } = formPage({
  permit: ({ caller }: Context) => requirePermission(caller, 'regrade:propose', {}),
  page: async ({ locale, t, query }, permit, state) => {
    const listed = await regradesPage(permit)
    const main = <RegradesPage {...listed} state={state} done={doneIn(query)} locale={locale} t={t} />
    return staffDocument(t('regrade.title'), main)
  },
  read: readForm,
  act: (permit, proposal) => proposeRegrade(permit, proposal, new Date()),
  done: (id, { locale }) => href(locale, `/desk/platform/regrades/${id}?done=proposed`),
  typed: (form) => ({ values: textFields(form, ['question', 'reason']) }),
})

function readForm(form: FormData, { t }: Context): (NewRegrade & { reason: string }) | Refused {
  const typed = textFields(form, ['question', 'reason'])
  const [courseId, questionId] = typed.question.split('/')
  const { data, error } = newRegradeSchema
    .extend({ reason: reasonSchema.shape.reason })
    .safeParse({ courseId, questionId, reason: typed.reason })
  if (data) return data
  const { courseId: course, questionId: question, ...problems } = fieldProblems(error)
  const named = course ?? question
  return { refused: refuseFields(t, { ...problems, ...(named && { question: named }) }, typed) }
}
