import { filterReferral, type ReferralFilters } from '@/domain/library/filter-referral'
import { type Library, lookUp } from '@/domain/library/library'
import { REFERRAL_ROLES, type ReferralEntry } from '@/domain/library/referral'
import { reviewOf } from '@/domain/library/review-of'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { FilterForm } from '../ui/filter-form'
import { Note } from '../ui/note'
import { ContactCard } from './contact-card'
import { HotlineCall } from './hotline-call'
import { LibraryFrame } from './library-frame'

type Props = { store: Library; filters: ReferralFilters; locale: Locale; t: Translator }

/** Who can be turned to, by region and role, and how sure that is. */
export function ReferralPage({ store, filters, locale, t }: Props) {
  const { regional, national } = filterReferral(Object.values(store.referral), filters)
  const found = [...regional, ...national]
  const cards = (contacts: readonly ReferralEntry[]) => (
    <Contacts contacts={contacts} store={store} locale={locale} t={t} />
  )
  return (
    <LibraryFrame
      title={t('library.referral.title')}
      lead={t('library.referral.lead')}
      notice={
        <>
          <HotlineCall label={t('library.referral.call')} />
          <Note tone="warn" title={t('library.referral.unverifiedTitle')}>
            {t('library.referral.unverified')}
          </Note>
        </>
      }
      filter={<Filter store={store} filters={filters} locale={locale} t={t} />}
      count={t('library.referral.count', { count: found.length })}
      reviewed={found.map(({ id }) => reviewOf(store, 'referral', id))}
      contents={found.length === 0 && <p className="note warn">{t('library.referral.empty')}</p>}
      locale={locale}
      t={t}
    >
      {(regional.length > 0 || filters.region !== undefined) && (
        <section className="stack" aria-labelledby="regional">
          <h2 id="regional">{filters.region ? nameOf(filters.region, store, locale) : t('library.referral.region')}</h2>
          {regional.length === 0 && <p className="muted">{t('library.referral.regionGap')}</p>}
          {cards(regional)}
          <Note>{t('library.referral.complete')}</Note>
        </section>
      )}
      {national.length > 0 && (
        <section className="stack" aria-labelledby="national">
          <h2 id="national">{t('library.referral.country')}</h2>
          {cards(national)}
        </section>
      )}
    </LibraryFrame>
  )
}

function nameOf(region: string, store: Library, locale: Locale): string {
  return typeset(lookUp(store.regions, region)?.name[locale] ?? region, locale)
}

function Filter({ store, filters, locale, t }: Props) {
  return (
    <FilterForm
      action={href(locale, '/library/referral')}
      filters={[
        {
          name: 'region',
          label: t('library.referral.region'),
          all: t('library.find.all'),
          choices: Object.values(store.regions)
            .toSorted((a, b) => a.id.localeCompare(b.id))
            .map(({ id }) => ({ value: id, label: nameOf(id, store, locale), chosen: id === filters.region })),
        },
        {
          name: 'role',
          label: t('library.referral.role'),
          all: t('library.find.all'),
          choices: REFERRAL_ROLES.map((value) => ({
            value,
            label: t(`library.referral.roles.${value}`),
            chosen: value === filters.role,
          })),
        },
      ]}
      texts={{ filter: t('library.cases.filter'), clear: t('library.cases.clear') }}
    />
  )
}

type ContactsProps = Omit<Props, 'filters'> & { contacts: readonly ReferralEntry[] }

function Contacts({ contacts, store, locale, t }: ContactsProps) {
  return (
    <ul className="plain grid contacts">
      {contacts.map((contact) => (
        <ContactCard
          key={contact.id}
          contact={contact}
          review={reviewOf(store, 'referral', contact.id)}
          region={contact.region === null ? t('library.referral.country') : nameOf(contact.region, store, locale)}
          store={store}
          locale={locale}
          t={t}
        />
      ))}
    </ul>
  )
}
