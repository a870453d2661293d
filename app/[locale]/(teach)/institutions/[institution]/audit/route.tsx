import { documentPage } from '@/app/document'
import { AuditPage } from '@/components/institution/audit-page'
import { nameIn } from '@/domain/cohort/name-in'
import { readAudit } from '@/server/audit/read-audit'
import { openInstitution } from '@/server/institution/open-institution'
import { staffDocument } from '../../../staff-document'

type Context = { params: Promise<{ locale: string; institution: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale: language, institution: id } = await params
  return documentPage(request, language, async ({ locale, t, query }) => {
    const { permit, institution } = await openInstitution('audit:read', id)
    const before = query.get('before')
    const audit = await readAudit(permit, before)
    const title = t('audit.title')
    const main = (
      <AuditPage
        title={title}
        lead={t('audit.lead')}
        crumbs={[{ path: `/institutions/${id}`, label: nameIn(institution, locale) }]}
        path={`/institutions/${id}/audit`}
        {...audit}
        isOlder={before !== null}
        ofPlatform={false}
        locale={locale}
        t={t}
      />
    )
    return staffDocument(title, main)
  })
}
