import { chartHtml } from '@/app/chart-html'
import { page } from '@/app/http/get-page'
import { KeptReportPage, keptTitle } from '@/components/report/kept-report-page'
import { href } from '@/components/shell/paths'
import { nameIn } from '@/domain/person/name-in'
import { readKept } from '@/server/cohort/report/kept-reports'
import { library } from '@/server/content/library'
import { env } from '@/server/env'
import { openInstitution } from '@/server/institution/open-institution'
import { doneIn, staffDocument } from '../../../../staff-document'

export const GET = page<'institution' | 'day'>(async ({ locale, t, query, params, caller }) => {
  const { permit, institution } = await openInstitution(caller, 'institution:report', params.institution)
  const kept = await readKept(permit, params.day)
  // The institution's name at the time of the report: a report that is cited must not change.
  const named = kept.report.scope === 'institution' ? kept.report : institution
  const title = t('report.institution', { name: nameIn(named, locale) })
  const words = { locale, t, regions: library().regions }
  const path = `/institutions/${institution.id}`
  const main = (
    <KeptReportPage
      title={title}
      crumbs={[
        { path, label: nameIn(institution, locale) },
        { path: `${path}/report`, label: t('report.title') },
      ]}
      done={doneIn(query)}
      address={env().publicUrl + href(locale, `${path}/report/${kept.day}`)}
      kept={kept}
      words={words}
      draw={chartHtml}
    />
  )
  return staffDocument(keptTitle(title, kept, words), main)
})
