import { documentPage } from '@/app/document'
import { ImportProgress } from '@/components/cohort/import/import-progress'
import { ImportReportPage } from '@/components/cohort/import/import-report-page'
import { requireCohort } from '@/server/cohort/cohort-permit'
import { importProgress, importReport } from '@/server/cohort/import/import-report'
import { renderToHtml } from '@/server/content/render-once'
import { staffDocument } from '../../../../staff-document'

type Context = { params: Promise<{ locale: string; cohort: string; run: string }> }

/** What a list would do, is doing, or did. Its own script asks only how far it is. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: language, cohort: cohortId, run: runId } = await params
  return documentPage(request, language, async ({ locale, t, query }) => {
    const now = new Date()
    const { cohort, permit } = await requireCohort('cohort:enrol', cohortId)
    if (request.headers.get('x-fragment')) {
      const progress = await importProgress(permit, runId, now)
      const html =
        progress.stage === 'checked' ? null : renderToHtml(<ImportProgress {...progress} locale={locale} t={t} />)
      return new Response(html, {
        headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'private, no-store' },
      })
    }
    const report = await importReport(permit, runId, { show: query.get('show'), page: query.get('page') }, now)
    const main = <ImportReportPage {...report} cohort={cohort} locale={locale} t={t} />
    return { ...staffDocument(t('cohorts.import.reportTitle'), main), script: 'import.js' }
  })
}
