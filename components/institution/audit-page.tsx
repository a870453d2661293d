import type { AuditFilter } from '@/domain/audit/audit-filter'
import { writeAuditFilter } from '@/domain/audit/audit-filter'
import type { Locale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
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
  /** The address of this page, without its language. */
  path: string
  filter: AuditFilter
  entries: readonly Entry[]
  /** Too many people have the name that was typed. */
  tooMany: boolean
  /** The page begins after the newest entry. */
  isOlder: boolean
  /** The id of the last entry shown, before which the next page begins; null if there is no next page. */
  older: string | null
  /** The page is about the whole platform, so each entry names its institution. */
  ofPlatform: boolean
  /** The reader may open the cohorts that entries name. */
  opensCohorts: boolean
  locale: Locale
  t: Translator
}

/** The audit log, the newest entry first, filtered by the address. */
export function AuditPage(props: Props) {
  const { title, lead, crumbs, path, filter, entries, tooMany, isOlder, older, ofPlatform, opensCohorts, locale, t } =
    props
  const here = href(locale, path)
  const personHref = (person: string) => addressOf(here, { ...filter, person })
  const cohortHref = (cohort: string) => href(locale, `/cohorts/${cohort}`)
  const shown = { about: true, institution: ofPlatform, personHref, ...(opensCohorts && { cohortHref }) }
  return (
    <StaffPage heading={title} lead={lead} crumbs={crumbs} locale={locale} t={t}>
      <div className="stack">
        <AuditFilterForm here={here} filter={filter} personName={chosenName(filter, entries, locale)} t={t} />
        {tooMany ? (
          <p className="note warn">{t('audit.filter.tooMany')}</p>
        ) : (
          <>
            <AuditList
              items={auditItems(entries, shown, locale, t)}
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

/** The name of the person whose id is in the address, if one of the shown entries has it. */
function chosenName({ person }: AuditFilter, entries: readonly Entry[], locale: Locale): string | null {
  const names = entries.flatMap(({ actorId, actor, subjectId, subject }) => {
    if (actorId === person) return actor ?? []
    return subjectId === person ? (subject ?? []) : []
  })
  return names[0] ? nameIn(names[0], locale) : null
}
