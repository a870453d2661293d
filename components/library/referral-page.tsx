import type { RegionalContacts } from '@/domain/contact/contact'
import { countReferral, filterReferral, type ReferralFilters, referralChoices } from '@/domain/library/filter-referral'
import { type Library, lookUp } from '@/domain/library/library'
import { reviewOf } from '@/domain/library/review-of'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { ActiveFilters } from '../ui/active-filters'
import { Chips } from '../ui/chips'
import { listAddress } from '../ui/list-address'
import { ReviewState } from '../ui/review-state'
import { HotlineCall } from './hotline-call'
import { LibraryFrame } from './library-frame'
import { ReferralSources } from './referral-sources'
import { type ListedEntry, type ReferralGroup, ReferralTable } from './referral-table'
import { RegionMap } from './region-map'

type Props = {
  store: Library
  filters: ReferralFilters
  /** What institutions have proposed and the platform has accepted; null if that cannot be read now. */
  contacts: RegionalContacts | null
  locale: Locale
  t: Translator
}

/** Whom a victim can be referred to: the number to call first, then the roles and regions, then one table. */
export function ReferralPage(props: Props) {
  const { store, filters, contacts, locale, t } = props
  const entries = [...Object.values(store.referral), ...(contacts?.shown ?? [])]
  const choices = referralChoices(entries, store.regions, filters)
  const groups = groupsOf(props)
  const found = groups.flatMap((group) => group.entries).filter((entry) => 'cites' in entry)
  const count = countReferral(filterReferral(entries, filters))
  const address = (chosen: ReferralFilters) => listAddress(href(locale, '/library/referral'), chosen)
  const { region, role, ...none } = filters
  const inRegion = { ...none, ...(region && { region }) }
  return (
    <LibraryFrame title={t('library.referral.title')} locale={locale} t={t}>
      <div className="directory-top">
        <div className="stack">
          <HotlineCall label={t('library.referral.call')} />
          <p className="sm prose">{t('library.referral.withoutNumber')}</p>
          <Active {...props} />
          <Chips
            label={t('library.referral.role')}
            chips={[
              {
                href: address(inRegion),
                label: t('library.find.all'),
                count: choices.all,
                current: role === undefined,
              },
              ...choices.roles.map(({ value, count: shown }) => ({
                href: address({ ...inRegion, role: value }),
                label: t(`library.referral.roles.${value}`),
                count: shown,
                current: value === role,
              })),
            ]}
          />
        </div>
        <RegionMap
          regions={choices.regions.map((each) => ({
            ...each,
            href: address({ ...filters, region: each.region.id }),
            current: each.region.id === region,
          }))}
          locale={locale}
          t={t}
        />
        <div className="stack">
          <p className="row">
            <strong role="status">{t('library.referral.count', { count })}</strong>
            <ReviewState parts={found.map(({ id }) => reviewOf(store, 'referral', id))} locale={locale} t={t} />
          </p>
          {count === 0 && <p className="note warn">{t('library.referral.empty')}</p>}
          {contacts === null && <p className="note warn">{t('contacts.unavailable')}</p>}
          <ReferralTable groups={groups} store={store} locale={locale} t={t} />
          <p className="note warn sm">{t('library.referral.unverified')}</p>
          {found.length > 0 && <ReferralSources entries={found} store={store} locale={locale} t={t} />}
        </div>
      </div>
    </LibraryFrame>
  )
}

/** The groups with entries: regions, courts, the country. A chosen region without entries is shown with a note. */
function groupsOf({ store, filters, contacts, locale, t }: Props): ReferralGroup[] {
  const listed: ListedEntry[] = [
    ...Object.values(store.referral),
    ...(contacts ? [...contacts.shown, ...contacts.lapsed] : []),
  ]
  const { regions, courts, national } = filterReferral(listed, filters)
  const named = (id: string) => ({ id, title: nameOf(id, store, locale) })
  const silent = filters.region !== undefined && regions.length === 0
  return [
    ...(silent ? [{ ...named(filters.region ?? ''), entries: [], gap: t('library.referral.regionGap') }] : []),
    ...regions.map(({ region, entries }) => ({ ...named(region), entries })),
    ...[
      { id: 'courts', title: t('library.referral.courts'), entries: courts },
      { id: 'national', title: t('library.referral.country'), entries: national },
    ].filter(({ entries }) => entries.length > 0),
  ]
}

/** The active filters, each with a link that removes it. */
function Active({ store, filters, locale, t }: Omit<Props, 'contacts'>) {
  const { region, role } = filters
  const path = href(locale, '/library/referral')
  const chosen = [
    region && {
      href: listAddress(path, { role }),
      label: `${t('library.referral.region')} · ${nameOf(region, store, locale)}`,
    },
    role && {
      href: listAddress(path, { region }),
      label: `${t('library.referral.role')} · ${t(`library.referral.roles.${role}`)}`,
    },
  ]
  return (
    <ActiveFilters
      label={t('library.cases.active')}
      remove={t('library.cases.remove')}
      filters={chosen.filter((each) => each !== undefined && each !== '')}
    />
  )
}

function nameOf(region: string, store: Library, locale: Locale): string {
  return typeset(lookUp(store.regions, region)?.name[locale] ?? region, locale)
}
