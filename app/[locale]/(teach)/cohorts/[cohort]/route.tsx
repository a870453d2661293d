import { chartHtml } from '@/app/chart-html'
import { documentPage } from '@/app/document'
import { DashboardPage } from '@/components/cohort/dashboard/dashboard-page'
import { DONE_TO_COHORT } from '@/components/cohort/dashboard/dashboard-view'
import { openDashboard } from '@/server/cohort/dashboard-page'
import { staffDocument } from '../../staff-document'

type Context = { params: Promise<{ locale: string; cohort: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: language, cohort: cohortId } = await params
  return documentPage(request, language, async ({ locale, t, query }) => {
    const now = new Date()
    const asked = { show: query.get('show'), page: query.get('page') }
    const dashboard = await openDashboard(cohortId, asked, now)
    const done = DONE_TO_COHORT.find((one) => one === query.get('done')) ?? null
    const { course } = dashboard.release
    const main = (
      <DashboardPage {...dashboard} course={course} done={done} now={now} draw={chartHtml} locale={locale} t={t} />
    )
    return staffDocument(dashboard.cohort.name, main)
  })
}
