import { chartHtml } from '@/app/chart-html'
import { documentPage } from '@/app/document'
import { KeptReportPage, keptTitle } from '@/components/report/kept-report-page'
import { href } from '@/components/shell/paths'
import { nameIn } from '@/domain/cohort/name-in'
import { readKept } from '@/server/cohort/report/kept-reports'
import { library } from '@/server/content/library'
import { env } from '@/server/env'
import { openInstitution } from '@/server/institution/open-institution'
import { doneIn, staffDocument } from '../../../../staff-document'

type Context = { params: Promise<{ locale: string; institution: string; day: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: language, institution: id, day } = await params
  return documentPage(request, language, async ({ locale, t, query }) => {
    const { permit, institution } = await openInstitution('institution:report', id)
    const kept = await readKept(permit, day)
    // As it was called then: what is cited must not change.
    const named = kept.report.scope === 'institution' ? kept.report : institution
    const title = t('report.institution', { name: nameIn(named, locale) })
    const words = { locale, t, regions: library().regions }
    const path = `/institutions/${id}/report`
    const main = (
      <KeptReportPage
        title={title}
        crumbs={[
          { path: `/institutions/${id}`, label: nameIn(institution, locale) },
          { path, label: t('report.title') },
        ]}
        done={doneIn(query)}
        address={env().publicUrl + href(locale, `${path}/${kept.day}`)}
        kept={kept}
        words={words}
        draw={chartHtml}
      />
    )
    return staffDocument(keptTitle(title, kept, words), main)
  })
}
