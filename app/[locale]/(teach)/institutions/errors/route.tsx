import { page } from '@/app/http/get-page'
import { ErrorsPage } from '@/components/error-report/errors-page'
import { REPORT_STATES } from '@/domain/error-report/error-report'
import { requirePermission } from '@/server/auth/permit'
import { listErrorReports } from '@/server/error-report/error-reports'
import { doneIn, staffDocument } from '../../staff-document'

/** The errors that readers reported; those that wait for an answer if the address does not say which. */
export const GET = page(async ({ locale, t, query, caller }) => {
  const permit = await requirePermission(caller, 'error:read', {})
  const named = query.get('state')
  const state = named === 'all' ? null : (REPORT_STATES.find((each) => each === named) ?? 'open')
  const courseId = query.get('course') || null
  const listed = await listErrorReports(permit, { state, courseId, page: query.get('page') }, locale)
  const main = <ErrorsPage {...listed} state={state} courseId={courseId} done={doneIn(query)} locale={locale} t={t} />
  return staffDocument(t('errorReport.list'), main)
})
