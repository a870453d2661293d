import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { auditItems, type Entry } from '../ui/audit-items'
import { AuditList } from '../ui/audit-list'
import { type Crumb, StaffPage } from '../ui/staff-page'

type Props = {
  title: string
  lead: string
  crumbs: readonly Crumb[]
  /** Of this very page, without its language. */
  path: string
  entries: readonly Entry[]
  /** The page begins after the newest entry. */
  isOlder: boolean
  /** The entry from before which the next page goes on; null: there is none. */
  older: string | null
  /** Each act names the institution that it was done in. */
  ofPlatform: boolean
  locale: Locale
  t: Translator
}

/** What was done, the newest first. */
export function AuditPage(props: Props) {
  const { title, lead, crumbs, path, entries, isOlder, older, ofPlatform, locale, t } = props
  const here = href(locale, path)
  return (
    <StaffPage heading={title} lead={lead} crumbs={crumbs} locale={locale} t={t}>
      <AuditList
        items={auditItems(entries, { about: true, institution: ofPlatform }, locale, t)}
        none={t(isOlder ? 'audit.noOlder' : 'audit.none')}
        newest={isOlder ? { href: here, label: t('audit.newest') } : null}
        older={older === null ? null : { href: `${here}?before=${older}`, label: t('audit.older') }}
      />
    </StaffPage>
  )
}
