import type { AuditFilter } from '@/domain/audit/audit-filter'
import { writeAuditFilter } from '@/domain/audit/audit-filter'
import { nameIn } from '@/domain/cohort/name-in'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { auditItems, type Entry } from '../ui/audit-items'
import { AuditList } from '../ui/audit-list'
import { type Crumb, StaffPage } from '../ui/staff-page'
import { AuditFilterForm, addressOf } from './audit-filter-form'

type Props = {
  title: string
  lead: string
  crumbs: readonly Crumb[]
  /** Of this very page, without its language. */
  path: string
  filter: AuditFilter
  entries: readonly Entry[]
  /** Too many people have the name that was typed. */
  tooMany: boolean
  /** The page begins after the newest entry. */
  isOlder: boolean
  /** The entry from before which the next page goes on; null: there is none. */
  older: string | null
  /** Each act names the institution that it was done in. */
  ofPlatform: boolean
  locale: Locale
  t: Translator
}

/** What was done, the newest first, narrowed by what the address says. */
export function AuditPage(props: Props) {
  const { title, lead, crumbs, path, filter, entries, tooMany, isOlder, older, ofPlatform, locale, t } = props
  const here = href(locale, path)
  const personHref = (person: string) => addressOf(here, { ...filter, person })
  return (
    <StaffPage heading={title} lead={lead} crumbs={crumbs} locale={locale} t={t}>
      <div className="stack">
        <AuditFilterForm here={here} filter={filter} personName={chosenName(filter, entries, locale)} t={t} />
        {tooMany ? (
          <p className="note warn">{t('audit.filter.tooMany')}</p>
        ) : (
          <>
            <AuditList
              items={auditItems(entries, { about: true, institution: ofPlatform, personHref }, locale, t)}
              none={t(noneOf(filter, isOlder))}
              newest={isOlder ? { href: addressOf(here, filter), label: t('audit.newest') } : null}
              older={older === null ? null : { href: addressOf(here, filter, older), label: t('audit.older') }}
            />
            <p>
              <a href={addressOf(`${here}/export`, filter)}>{t('audit.export.link')}</a>
            </p>
          </>
        )}
      </div>
    </StaffPage>
  )
}

function noneOf(filter: AuditFilter, isOlder: boolean) {
  if (isOlder) return 'audit.noOlder'
  return writeAuditFilter(filter) === '' ? 'audit.none' : 'audit.filter.none'
}

/** The name of the person whose id the address holds, as far as an entry that is shown bears it. */
function chosenName({ person }: AuditFilter, entries: readonly Entry[], locale: Locale): string | null {
  const names = entries.flatMap(({ actorId, actor, subjectId, subject }) => {
    if (actorId === person) return actor ?? []
    return subjectId === person ? (subject ?? []) : []
  })
  return names[0] ? nameIn(names[0], locale) : null
}
