import { documentPage } from '@/app/document'
import { ContactCard } from '@/components/library/contact-card'
import { HotlineCall } from '@/components/library/hotline-call'
import { href } from '@/components/shell/paths'
import { Crumbs } from '@/components/ui/crumbs'
import { FilterForm } from '@/components/ui/filter-form'
import { Note } from '@/components/ui/note'
import { ReviewState } from '@/components/ui/review-state'
import { filterReferral, readReferralFilters } from '@/domain/library/filter-referral'
import { lookUp } from '@/domain/library/library'
import { REFERRAL_ROLES, type ReferralEntry } from '@/domain/library/referral'
import { reviewOf } from '@/domain/library/review-of'
import { typeset } from '@/i18n/typography'
import { library } from '@/server/content/library'

type Context = { params: Promise<{ locale: string }> }

/** Who can be turned to, by region and role, and how sure that is. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return documentPage(request, (await params).locale, async ({ locale, t, query }) => {
    const store = library()
    const filters = readReferralFilters(query, store.regions)
    const { regional, national } = filterReferral(Object.values(store.referral), filters)
    const nameOf = (region: string) => typeset(lookUp(store.regions, region)?.name[locale] ?? region, locale)
    const reviewOfContact = ({ id }: ReferralEntry) => reviewOf(store, 'referral', id)
    const cards = (contacts: readonly ReferralEntry[]) => (
      <ul className="plain grid contacts">
        {contacts.map((contact) => (
          <ContactCard
            key={contact.id}
            contact={contact}
            review={reviewOfContact(contact)}
            region={contact.region === null ? t('library.referral.country') : nameOf(contact.region)}
            store={store}
            locale={locale}
            t={t}
          />
        ))}
      </ul>
    )
    const main = (
      <main id="main" className="wrap page stack-l library">
        <div className="stack">
          <Crumbs
            label={t('library.crumbs')}
            links={[{ href: href(locale, '/library'), label: t('library.front.title') }]}
          />
          <h1>{t('library.referral.title')}</h1>
          <p className="lead prose">{t('library.referral.lead')}</p>
          <HotlineCall label={t('library.referral.call')} />
          <Note tone="warn" title={t('library.referral.unverifiedTitle')}>
            {t('library.referral.unverified')}
          </Note>
          <FilterForm
            action={href(locale, '/library/referral')}
            filters={[
              {
                name: 'region',
                label: t('library.referral.region'),
                all: t('library.find.all'),
                choices: Object.values(store.regions)
                  .toSorted((a, b) => a.id.localeCompare(b.id))
                  .map(({ id }) => ({ value: id, label: nameOf(id), chosen: id === filters.region })),
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
          <p className="row">
            <strong>{t('library.referral.count', { count: regional.length + national.length })}</strong>
            <ReviewState parts={[...regional, ...national].map(reviewOfContact)} locale={locale} t={t} />
          </p>
          {regional.length + national.length === 0 && <p className="note warn">{t('library.referral.empty')}</p>}
        </div>
        {(regional.length > 0 || filters.region !== undefined) && (
          <section className="stack" aria-labelledby="regional">
            <h2 id="regional">{filters.region ? nameOf(filters.region) : t('library.referral.region')}</h2>
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
      </main>
    )
    return { title: t('library.referral.title'), description: t('library.referral.lead'), main }
  })
}
