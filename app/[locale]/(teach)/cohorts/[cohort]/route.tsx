import { chartHtml } from '@/app/chart-html'
import { page } from '@/app/http/get-page'
import { DashboardPage } from '@/components/cohort/dashboard/dashboard-page'
import { DONE_TO_COHORT } from '@/components/cohort/dashboard/dashboard-view'
import { openDashboard } from '@/server/cohort/dashboard-page'
import { staffDocument } from '../../staff-document'

export const GET = page<'cohort'>(async ({ locale, t, query, params, caller }) => {
  const now = new Date()
  const asked = { show: query.get('show'), page: query.get('page') }
  const dashboard = await openDashboard(caller, params.cohort, asked, now)
  const done = DONE_TO_COHORT.find((one) => one === query.get('done')) ?? null
  const about = { ...dashboard, done, now, draw: chartHtml, locale, t }
  return staffDocument(dashboard.cohort.name, <DashboardPage {...about} />)
})
