import { chartHtml } from '@/app/chart-html'
import { documentPage } from '@/app/document'
import { KeptReportPage, keptTitle } from '@/components/report/kept-report-page'
import { href } from '@/components/shell/paths'
import { requirePermission } from '@/server/auth/permit'
import { readKept } from '@/server/cohort/report/kept-reports'
import { library } from '@/server/content/library'
import { env } from '@/server/env'
import { doneIn, staffDocument } from '../../staff-document'

type Context = { params: Promise<{ locale: string; day: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: language, day } = await params
  return documentPage(request, language, async ({ locale, t, query }) => {
    const kept = await readKept(await requirePermission('nation:read', {}), day)
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
}
