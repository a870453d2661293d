import type { Context } from '@/app/http/context'
import { formPage } from '@/app/http/form'
import { AuditExportPage } from '@/components/institution/audit-export-page'
import { addressOf } from '@/components/institution/audit-filter-form'
import { href } from '@/components/shell/paths'
import { readAuditFilter } from '@/domain/audit/audit-filter'
import { requirePermission } from '@/server/auth/permit'
import { streamFile } from '@/server/stream-file'
import { staffDocument } from '../../../staff-document'
import { makeAuditExport, readAuditExport } from '../../audit-export'

/** The form, and the file itself in answer to a form with a reason. */
export const { GET, POST } = formPage({
  permit: ({ caller }: Context) => requirePermission(caller, 'audit:export', { institutionId: null }),
  page: async ({ locale, t, query }, _, state) => {
    const here = addressOf(href(locale, '/institutions/audit/export'), readAuditFilter(query))
    const crumbs = [{ path: '/institutions/audit', label: t('audit.platformTitle') }]
    const main = <AuditExportPage crumbs={crumbs} here={here} state={state} locale={locale} t={t} />
    return staffDocument(t('audit.export.title'), main)
  },
  read: (form, { t }) => readAuditExport(form, t),
  act: (permit, reason, context) => makeAuditExport(permit, reason, context),
  done: (file) => streamFile(file),
})
