import { chartHtml } from '@/app/chart-html'
import { page } from '@/app/http/get-page'
import { KeptReportPage, keptTitle } from '@/components/report/kept-report-page'
import { href } from '@/components/shell/paths'
import { requirePermission } from '@/server/auth/permit'
import { readKept } from '@/server/cohort/report/kept-reports'
import { library } from '@/server/content/library'
import { env } from '@/server/env'
import { doneIn, staffDocument } from '../../staff-document'

export const GET = page<'day'>(async ({ locale, t, query, params, caller }) => {
  const kept = await readKept(await requirePermission(caller, 'nation:read', {}), params.day)
  const title = t('report.nation')
  const words = { locale, t, regions: library().regions }
  const main = (
    <KeptReportPage
      title={title}
      crumbs={[{ path: '/national', label: title }]}
      done={doneIn(query)}
      address={env().publicUrl + href(locale, `/national/${kept.day}`)}
      kept={kept}
      words={words}
      draw={chartHtml}
    />
  )
  return staffDocument(keptTitle(title, kept, words), main)
})
