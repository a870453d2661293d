import { documentPage } from '@/app/document'
import { readKept } from '@/server/cohort/report/kept-reports'
import { keptReport } from '../../../../report/kept-report'
import { nameOf, openInstitution } from '../../open-institution'

type Context = { params: Promise<{ locale: string; institution: string; day: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: language, institution: id, day } = await params
  return documentPage(request, language, async (context) => {
    const { locale, t } = context
    const { permit, institution } = await openInstitution('institution:report', id)
    const kept = await readKept(permit, day)
    // As it was called then: what is cited must not change.
    const named = kept.report.scope === 'institution' ? kept.report : institution
    const path = `/institutions/${id}/report`
    return keptReport(context, {
      title: t('report.institution', { name: nameOf(named, locale) }),
      crumbs: [
        { path: `/institutions/${id}`, label: nameOf(institution, locale) },
        { path, label: t('report.title') },
      ],
      path: `${path}/${kept.day}`,
      kept,
    })
  })
}
