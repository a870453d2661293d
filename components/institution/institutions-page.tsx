import type { InstitutionKind } from '@/domain/auth/institution-kind'
import type { Locale } from '@/domain/locale'
import type { Names } from '@/domain/person/profile'
import type { Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import { type Regions, regionName } from '../ui/region-name'
import { type StaffDone, StaffPage } from '../ui/staff-page'
import { InstitutionList } from './institution-list'

/** The reader's permissions beyond her own institutions. `all`: she may read every institution. */
export type MayOnPlatform = {
  all: boolean
  create: boolean
  people: boolean
  audit: boolean
  errors: boolean
  contacts: boolean
  accounts: boolean
  nation: boolean
}
type Institution = Names & { id: string; kind: InstitutionKind; region: string | null; people: number }
type Props = {
  institutions: readonly Institution[]
  may: MayOnPlatform
  done?: StaffDone | null
  regions: Regions
  locale: Locale
  t: Translator
}

/** The institutions that somebody may open, and what she may do on the platform. */
export function InstitutionsPage({ institutions, may, done, regions, locale, t }: Props) {
  const none = institutions.length === 0
  const nationOnly = may.nation && !may.all && none
  const lead = may.all ? 'institutions.leadAll' : nationOnly ? 'report.nationLead' : 'institutions.leadMine'
  return (
    <StaffPage heading={t('institutions.title')} crumbs={null} lead={t(lead)} done={done} locale={locale} t={t}>
      {(may.all || may.nation) && <Ways may={may} locale={locale} t={t} />}
      {!none && (
        <InstitutionList
          items={institutions.map(({ id, nameArabic, nameLatin, kind, region, people }) => ({
            id,
            nameArabic,
            nameLatin,
            kind: t(`institutions.kinds.${kind}`),
            region: regionName(regions, region, locale, t),
            people: t('institutions.people', { count: people }),
          }))}
          locale={locale}
        />
      )}
      {none && !nationOnly && <p className="card">{t(may.all ? 'institutions.noneAll' : 'institutions.noneMine')}</p>}
    </StaffPage>
  )
}

function Ways({ may, locale, t }: Pick<Props, 'may' | 'locale' | 't'>) {
  const ways = [
    { path: '/institutions/new', label: 'create', open: may.create, look: 'btn primary' },
    { path: '/institutions/platform', label: 'platformDo', open: may.people, look: 'btn' },
    { path: '/institutions/audit', label: 'auditPlatformDo', open: may.audit, look: 'btn' },
    { path: '/institutions/errors', label: 'errorsDo', open: may.errors, look: 'btn' },
    { path: '/institutions/contacts', label: 'contactsReviewDo', open: may.contacts, look: 'btn' },
    { path: '/institutions/accounts', label: 'accountsDo', open: may.accounts, look: 'btn' },
    { path: '/national', label: 'nationDo', open: may.nation, look: 'btn' },
  ] as const
  return (
    <p className="row">
      {ways
        .filter(({ open }) => open)
        .map(({ path, label, look }) => (
          <a key={path} className={look} href={href(locale, path)}>
            {t(`institutions.${label}`)}
          </a>
        ))}
    </p>
  )
}
