import { documentPage } from '@/app/document'
import { requirePermission } from '@/server/auth/permit'
import { nationReport } from '@/server/cohort/report/current-report'
import { keptDays } from '@/server/cohort/report/kept-reports'
import { liveReport } from '../report/live-report'

type Context = { params: Promise<{ locale: string }> }

/** What the country comes to: about nobody, and no institution by itself. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return documentPage(request, (await params).locale, async (context) => {
    const { t } = context
    const permit = await requirePermission('nation:read', {})
    const [{ day, report }, kept] = await Promise.all([nationReport(permit, new Date()), keptDays(permit)])
    return liveReport(context, {
      title: t('report.nation'),
      lead: t('report.nationLead'),
      crumbs: [],
      path: '/national',
      report,
      day,
      kept,
      files: true,
    })
  })
}
