import { documentPage } from '@/app/document'
import { requirePermission } from '@/server/auth/permit'
import { auditPage } from '../audit-page'

type Context = { params: Promise<{ locale: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return documentPage(request, (await params).locale, async (context) => {
    const { t } = context
    const permit = await requirePermission('audit:read', { institutionId: null })
    const path = '/institutions/audit'
    return auditPage(context, {
      permit,
      path,
      title: t('audit.platformTitle'),
      lead: t('audit.platformLead'),
      crumbs: [],
    })
  })
}
