import { documentPage } from '@/app/document'
import { institutionReport } from '@/server/cohort/report/current-report'
import { keptDays } from '@/server/cohort/report/kept-reports'
import { liveReport } from '../../../report/live-report'
import { nameOf, openInstitution } from '../open-institution'

type Context = { params: Promise<{ locale: string; institution: string }> }

/** What an institution comes to over time, about nobody. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: language, institution: id } = await params
  return documentPage(request, language, async (context) => {
    const { locale, t } = context
    const { permit, institution } = await openInstitution('institution:report', id)
    const [{ day, report }, kept] = await Promise.all([institutionReport(permit, new Date()), keptDays(permit)])
    const name = nameOf(institution, locale)
    return liveReport(context, {
      title: t('report.institution', { name }),
      lead: t('report.institutionLead'),
      crumbs: [{ path: `/institutions/${id}`, label: name }],
      path: `/institutions/${id}/report`,
      report,
      day,
      kept,
    })
  })
}
