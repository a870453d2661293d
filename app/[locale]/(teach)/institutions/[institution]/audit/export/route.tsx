import type { Context } from '@/app/http/context'
import { formPage } from '@/app/http/form'
import { AuditExportPage } from '@/components/institution/audit-export-page'
import { addressOf } from '@/components/institution/audit-filter-form'
import { href } from '@/components/shell/paths'
import { readAuditFilter } from '@/domain/audit/audit-filter'
import { nameIn } from '@/domain/person/name-in'
import { openInstitution } from '@/server/institution/open-institution'
import { streamFile } from '@/server/stream-file'
import { staffDocument } from '../../../../staff-document'
import { makeAuditExport, readAuditExport } from '../../../audit-export'

/** The form, and the file itself in answer to a form with a reason. */
export const { GET, POST } = formPage({
  permit: ({ caller, params }: Context<'institution'>) => openInstitution(caller, 'audit:export', params.institution),
  page: async ({ locale, t, query }, { institution }, state) => {
    const path = `/institutions/${institution.id}`
    const here = addressOf(href(locale, `${path}/audit/export`), readAuditFilter(query))
    const crumbs = [
      { path, label: nameIn(institution, locale) },
      { path: `${path}/audit`, label: t('audit.title') },
    ]
    const main = <AuditExportPage crumbs={crumbs} here={here} state={state} locale={locale} t={t} />
    return staffDocument(t('audit.export.title'), main)
  },
  read: (form, { t }) => readAuditExport(form, t),
  act: ({ permit }, reason, context) => makeAuditExport(permit, reason, context),
  done: (file) => streamFile(file),
})
