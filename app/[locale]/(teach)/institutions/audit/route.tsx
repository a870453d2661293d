import { page } from '@/app/http/get-page'
import { AuditPage } from '@/components/institution/audit-page'
import { readAuditFilter } from '@/domain/audit/audit-filter'
import { readAudit } from '@/server/audit/read-audit'
import { requirePermission } from '@/server/auth/permit'
import { staffDocument } from '../../staff-document'

export const GET = page(async ({ locale, t, query, caller }) => {
  const before = query.get('before')
  const filter = readAuditFilter(query)
  const audit = await readAudit(await requirePermission(caller, 'audit:read', { institutionId: null }), before, filter)
  const title = t('audit.platformTitle')
  const main = (
    <AuditPage
      title={title}
      lead={t('audit.platformLead')}
      crumbs={[]}
      path="/institutions/audit"
      filter={filter}
      {...audit}
      isOlder={before !== null}
      opensCohorts={false}
      ofPlatform
      locale={locale}
      t={t}
    />
  )
  return staffDocument(title, main)
})
