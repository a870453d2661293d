import { chartHtml } from '@/app/chart-html'
import { page } from '@/app/http/get-page'
import { LiveReportPage } from '@/components/report/live-report-page'
import { readYears } from '@/components/report/year-filter'
import { nameIn } from '@/domain/person/name-in'
import { institutionReport } from '@/server/cohort/report/current-report'
import { keptDays } from '@/server/cohort/report/kept-reports'
import { library } from '@/server/content/library'
import { openInstitution } from '@/server/institution/open-institution'
import { doneIn, staffDocument } from '../../../staff-document'

/** The aggregate figures of an institution over time. It shows no personal data. */
export const GET = page<'institution'>(async ({ locale, t, query, params: { institution: id }, caller }) => {
  const { permit, institution } = await openInstitution(caller, 'institution:report', id)
  const [{ day, report }, kept] = await Promise.all([institutionReport(permit, new Date()), keptDays(permit)])
  const name = nameIn(institution, locale)
  const title = t('report.institution', { name })
  const main = (
    <LiveReportPage
      title={title}
      lead={t('report.institutionLead')}
      crumbs={[{ path: `/institutions/${id}`, label: name }]}
      done={doneIn(query)}
      path={`/institutions/${id}/report`}
      report={report}
      day={day}
      kept={kept}
      years={readYears(report, query)}
      words={{ locale, t, regions: library().regions }}
      draw={chartHtml}
    />
  )
  return staffDocument(title, main)
})
