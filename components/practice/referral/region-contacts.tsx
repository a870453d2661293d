import type { LapsedContact, RegionalContacts, ShownContact } from '@/domain/contact/contact'
import { type Library, lookUp } from '@/domain/library/library'
import type { ReferralEntry } from '@/domain/library/referral'
import type { Locale } from '@/domain/locale'
import { hasUnpublishedProtocol, knownInRegion } from '@/domain/practice/referral/known-in-region'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../../shell/paths'
import { ContactPhone, ContactReach, ContactSource, ContactVerified, ContactWords } from '../../ui/contact-lines'

type Props = {
  region: string
  store: Library
  /** Of this region; null if they cannot be read now. */
  contacts: RegionalContacts | null
  locale: Locale
  t: Translator
}

/**
 * The known contacts of a region for each actor that a plan may need there. A contact that nobody has published stays
 * blank.
 */
export function RegionContacts({ region, store, contacts, locale, t }: Props) {
  const entries = Object.values(store.referral)
  const listed = [...entries, ...(contacts ? [...contacts.shown, ...contacts.lapsed] : [])]
  const local = store.pathway.actors.filter(({ roles }) => roles.length > 0)
  const name = typeset(lookUp(store.regions, region)?.name[locale] ?? region, locale)
  return (
    <section className="card stack-s" aria-labelledby="contacts">
      <h2 id="contacts" className="h3">
        {t('referralPlan.contacts')} · {name}
      </h2>
      {hasUnpublishedProtocol(region, entries) && <p className="note warn sm">{t('referralPlan.unpublished')}</p>}
      {contacts === null && <p className="note warn sm">{t('contacts.unavailable')}</p>}
      <dl className="sm stack-s">
        {local.map((actor) => (
          <div key={actor.id}>
            <dt>{typeset(actor.label[locale], locale)}</dt>
            <Known known={knownInRegion(actor, region, listed) ?? []} locale={locale} t={t} />
          </div>
        ))}
      </dl>
      <p>
        <a href={href(locale, `/library/referral?region=${region}`)}>{t('referralPlan.directory')}</a>
      </p>
    </section>
  )
}

type Known = ReferralEntry | ShownContact | LapsedContact
type KnownProps = { known: readonly Known[]; locale: Locale; t: Translator }

function Known({ known, locale, t }: KnownProps) {
  const there = known.filter((each): each is ReferralEntry | ShownContact => !('lapsed' in each))
  return (
    <>
      {there.map((each) => (
        <dd key={each.id}>
          {'decidedAt' in each ? <Contact contact={each} locale={locale} t={t} /> : typeset(each.name[locale], locale)}
        </dd>
      ))}
      {known.length > there.length && <dd>{t('contacts.toConfirm')}</dd>}
      {there.length === 0 && (
        <dd className="muted">
          {known.length === 0 && t('referralPlan.unknown')} {t('referralPlan.fill')}
        </dd>
      )}
    </>
  )
}

function Contact({ contact, locale, t }: { contact: ShownContact; locale: Locale; t: Translator }) {
  const { nameArabic, nameLatin, phone } = contact
  return (
    <>
      <strong>
        <ContactWords arabic={nameArabic} latin={nameLatin} locale={locale} />
      </strong>{' '}
      {phone && <ContactPhone phone={phone} />} <ContactReach contact={contact} locale={locale} t={t} />
      <p className="xs muted">
        <ContactSource contact={contact} locale={locale} t={t} />
      </p>
      <p className="xs muted">
        <ContactVerified contact={contact} locale={locale} t={t} />
      </p>
    </>
  )
}
