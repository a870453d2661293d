import { documentPage } from '@/app/document'
import { requirePermission } from '@/server/auth/permit'
import { readKept } from '@/server/cohort/report/kept-reports'
import { keptReport } from '../../report/kept-report'

type Context = { params: Promise<{ locale: string; day: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, day } = await params
  return documentPage(request, locale, async (context) => {
    const kept = await readKept(await requirePermission('nation:read', {}), day)
    const title = context.t('report.nation')
    return keptReport(context, {
      title,
      crumbs: [{ path: '/national', label: title }],
      path: `/national/${kept.day}`,
      kept,
    })
  })
}
