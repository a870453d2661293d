import type { DocumentContext } from '@/app/document'
import { href } from '@/components/shell/paths'
import { auditItems } from '@/components/ui/audit-items'
import { AuditList } from '@/components/ui/audit-list'
import { readAudit } from '@/server/audit/read-audit'
import type { Permit } from '@/server/auth/permit'
import { type Crumb, teachPage } from './teach-page'

type Asked = { permit: Permit<'audit:read'>; path: string; title: string; lead: string; crumbs: readonly Crumb[] }

/** What was done, the newest first, from before the entry that the address names. */
export async function auditPage(context: DocumentContext, { permit, path, title, lead, crumbs }: Asked) {
  const { locale, t, query } = context
  const before = query.get('before')
  const { entries, older } = await readAudit(permit, before)
  const here = href(locale, path)
  return teachPage(context, {
    title,
    lead,
    crumbs,
    children: (
      <AuditList
        items={auditItems(entries, { about: true, institution: permit.target.institutionId === null }, locale, t)}
        none={t(before === null ? 'audit.none' : 'audit.noOlder')}
        newest={before === null ? null : { href: here, label: t('audit.newest') }}
        older={older === null ? null : { href: `${here}?before=${older}`, label: t('audit.older') }}
      />
    ),
  })
}
