import { chartHtml } from '@/app/chart-html'
import { page } from '@/app/http/get-page'
import { LiveReportPage } from '@/components/report/live-report-page'
import { readYears } from '@/components/report/year-filter'
import { LevelsSection } from '@/components/survey/levels-section'
import { requirePermission } from '@/server/auth/permit'
import { nationReport } from '@/server/cohort/report/current-report'
import { keptDays } from '@/server/cohort/report/kept-reports'
import { library } from '@/server/content/library'
import { nationLevels } from '@/server/survey/levels'
import { doneIn, staffDocument } from '../staff-document'

/** The national figures. They show no personal data and no single institution. */
export const GET = page(async ({ locale, t, query, caller }) => {
  const permit = await requirePermission(caller, 'nation:read', {})
  const [{ day, report }, kept, levels] = await Promise.all([
    nationReport(permit, new Date()),
    keptDays(permit),
    nationLevels(permit),
  ])
  const main = (
    <LiveReportPage
      title={t('report.nation')}
      lead={t('report.nationLead')}
      crumbs={[]}
      done={doneIn(query)}
      path="/national"
      report={report}
      day={day}
      kept={kept}
      years={readYears(report, query)}
      more={<LevelsSection levels={levels} of="nation" locale={locale} t={t} />}
      files
      words={{ locale, t, regions: library().regions }}
      draw={chartHtml}
    />
  )
  return staffDocument(t('report.nation'), main)
})
