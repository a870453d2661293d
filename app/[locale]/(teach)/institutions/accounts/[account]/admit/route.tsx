import type { Context } from '@/app/http/context'
import { formPage, type Refused } from '@/app/http/form'
import { SupportActPage } from '@/components/account/account-of-page'
import { ACCOUNTS_PATH } from '@/components/account/accounts-page'
import { refuseFields } from '@/components/form/refuse-form'
import { href } from '@/components/shell/paths'
import { type Admission, admissionSchema } from '@/domain/account/admission'
import { fieldProblems } from '@/domain/form/field-problem'
import { textFields } from '@/domain/form/form-fields'
import { typeset } from '@/i18n/typography'
import { openAccountOf } from '@/server/account/support/list-accounts'
import { permitFor, requirePermission } from '@/server/auth/permit'
import { admit, closedCourses } from '@/server/course/admit'
import { staffDocument } from '../../../../staff-document'

/** Admits the owner of an account to a closed course. The answer is the same if she was admitted before. */
export const { GET, POST } = formPage({
  permit: async ({ caller, params }: Context<'account'>) => {
    const opened = await openAccountOf(caller, params.account)
    // The course is not known before the form is read; the rule is the same for every course.
    return { ...opened, mayAct: await requirePermission(caller, 'course:admit', { ...opened.target, courseId: '' }) }
  },
  page: async ({ locale, t }, { account }, state) => {
    const courses = (await closedCourses()).map(({ courseId, course }) => ({
      id: courseId,
      title: typeset(course.file.title[locale], locale),
    }))
    const path = `${ACCOUNTS_PATH}/${account.id}/admit`
    const main = (
      <SupportActPage act="admit" account={account} path={path} courses={courses} state={state} locale={locale} t={t} />
    )
    return staffDocument(t('accounts.admit.title'), main)
  },
  read: readAdmission,
  act: async ({ mayAct: { actor, target } }, { course, reason }) => {
    await admit(permitFor(actor, 'course:admit', { ...target, courseId: course }), new Date(), reason)
  },
  done: (_, { locale, params }) => href(locale, `${ACCOUNTS_PATH}/${params.account}?done=admitted`),
  typed: (form) => ({ values: textFields(form, ['course', 'reason']) }),
})

function readAdmission(form: FormData, { t }: Context): Admission | Refused {
  const typed = textFields(form, ['course', 'reason'])
  const { data, error } = admissionSchema.safeParse(typed)
  return data ?? { refused: refuseFields(t, fieldProblems(error), typed) }
}
