import { page } from '@/app/http/get-page'
import { AuditPage } from '@/components/institution/audit-page'
import { readAuditFilter } from '@/domain/audit/audit-filter'
import { decide } from '@/domain/auth/policy'
import { nameIn } from '@/domain/person/name-in'
import { readAudit } from '@/server/audit/read-audit'
import { openInstitution } from '@/server/institution/open-institution'
import { staffDocument } from '../../../staff-document'

export const GET = page<'institution'>(async ({ locale, t, query, params, caller }) => {
  const { permit, institution } = await openInstitution(caller, 'audit:read', params.institution)
  const before = query.get('before')
  const filter = readAuditFilter(query)
  const audit = await readAudit(permit, before, filter)
  const path = `/institutions/${institution.id}`
  const main = (
    <AuditPage
      title={t('audit.title')}
      lead={t('audit.lead')}
      crumbs={[{ path, label: nameIn(institution, locale) }]}
      path={`${path}/audit`}
      filter={filter}
      {...audit}
      isOlder={before !== null}
      ofPlatform={false}
      opensCohorts={decide(permit.actor, 'cohort:create', { institutionId: institution.id }) !== 'forbidden'}
      locale={locale}
      t={t}
    />
  )
  return staffDocument(t('audit.title'), main)
})
