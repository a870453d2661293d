import { href } from '@/components/shell/paths'
import { AuditList } from '@/components/ui/audit-list'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { whoSawMe } from '@/server/audit/read-audit'
import type { Permit } from '@/server/auth/permit'
import { auditItems } from '../../audit-items'

/** Who looked at her record and what others did about her, when and why. */
export async function seenList(permit: Permit<'account:read'>, before: string | null, locale: Locale, t: Translator) {
  const { entries, older } = await whoSawMe(permit, before)
  const here = href(locale, '/account')
  return (
    <>
      <p>{t('account.seen.lead')}</p>
      <AuditList
        items={auditItems(entries, { about: false, institution: true }, locale, t)}
        none={t(before === null ? 'account.seen.none' : 'audit.noOlder')}
        newest={before === null ? null : { href: `${here}#seen`, label: t('audit.newest') }}
        older={older === null ? null : { href: `${here}?before=${older}#seen`, label: t('audit.older') }}
      />
    </>
  )
}
