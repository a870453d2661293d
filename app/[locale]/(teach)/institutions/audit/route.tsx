import { documentPage } from '@/app/document'
import { AuditPage } from '@/components/institution/audit-page'
import { readAudit } from '@/server/audit/read-audit'
import { requirePermission } from '@/server/auth/permit'
import { staffDocument } from '../../staff-document'

type Context = { params: Promise<{ locale: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return documentPage(request, (await params).locale, async ({ locale, t, query }) => {
    const before = query.get('before')
    const audit = await readAudit(await requirePermission('audit:read', { institutionId: null }), before)
    const title = t('audit.platformTitle')
    const main = (
      <AuditPage
        title={title}
        lead={t('audit.platformLead')}
        crumbs={[]}
        path="/institutions/audit"
        {...audit}
        isOlder={before !== null}
        ofPlatform
        locale={locale}
        t={t}
      />
    )
    return staffDocument(title, main)
  })
}
