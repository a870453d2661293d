import { fragment } from '@/app/http/fragment'
import { page } from '@/app/http/get-page'
import { ImportProgress } from '@/components/cohort/import/import-progress'
import { ImportReportPage } from '@/components/cohort/import/import-report-page'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { importProgress, importReport } from '@/server/cohort/import/import-report'
import { staffDocument } from '../../../../staff-document'

/** The preview, the progress or the result of an import. The page's own script asks for the progress only. */
export const GET = page<'cohort' | 'run'>(async ({ request, locale, t, query, params, caller }) => {
  const now = new Date()
  const { cohort, permit } = await requireCohort(caller, 'cohort:enrol', params.cohort)
  if (request.headers.get('x-fragment')) {
    const progress = await importProgress(permit, params.run, now)
    return fragment(<ImportProgress {...progress} locale={locale} t={t} />)
  }
  const asked = { show: query.get('show'), page: query.get('page') }
  const report = await importReport(permit, params.run, asked, now)
  const main = <ImportReportPage {...report} cohort={cohort} locale={locale} t={t} />
  return { ...staffDocument(t('cohorts.import.reportTitle'), main), script: 'import.js' }
})
