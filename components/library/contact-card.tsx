import { Phone } from 'lucide'
import { type Reviewable, reviewedOn } from '@/domain/course/reviewed'
import { entryAnchor } from '@/domain/library/entry-path'
import { lawChanges } from '@/domain/library/law-change'
import type { LawStore } from '@/domain/library/library'
import type { ReferralEntry } from '@/domain/library/referral'
import type { Locale } from '@/domain/locale'
import { telephoneLink } from '@/domain/urgent-help'
import { formatDate, formatLooseDate, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { Icon } from '../ui/icon'
import { Inline } from '../ui/inline'
import { LawChanged } from '../ui/law-changed'
import { Ref } from '../ui/ref'
import { CitationLinks } from './citation-links'

type Props = {
  contact: ReferralEntry
  review: Reviewable
  region: string
  store: LawStore
  locale: Locale
  t: Translator
}

/** An office or association to turn to, with the source and whether anybody has confirmed it. */
export function ContactCard({ contact, review, region, store, locale, t }: Props) {
  const { id, name, roles, does, phone, cites, lawDate } = contact
  const written = { lawDate, signedOn: reviewedOn(review, 'legal', locale) }
  return (
    <li id={entryAnchor.referral(id)} className="card stack-s contact">
      <h3>
        <Inline source={name[locale]} locale={locale} />
      </h3>
      <p className="row">
        <span className="chip">{region}</span>
        {roles.map((role) => (
          <span key={role} className="chip src">
            {t(`library.referral.roles.${role}`)}
          </span>
        ))}
      </p>
      <p>
        <Inline source={does[locale]} locale={locale} />
      </p>
      {phone && (
        <p>
          <a className="btn" href={telephoneLink(phone)}>
            <Icon node={Phone} /> <Ref>{phone}</Ref>
          </a>
        </p>
      )}
      {cites.length > 0 && (
        <div>
          <p className="label sm">{t('library.referral.basis')}</p>
          <CitationLinks cites={cites} store={store} locale={locale} />
        </div>
      )}
      <LawChanged changes={lawChanges(cites, store, written, locale)} locale={locale} t={t} />
      <ContactSource contact={contact} locale={locale} t={t} />
    </li>
  )
}

function ContactSource({ contact, locale, t }: Pick<Props, 'contact' | 'locale' | 't'>) {
  const { source, url, statedOn, verifiedOn, confidence, lawDate } = contact
  const name = <Inline source={source[locale]} locale={locale} />
  return (
    <div className="stack-s sm contact-source">
      <p className="label">{t('library.referral.source')}</p>
      <p>{name}</p>
      {url && (
        <p>
          <a href={url} rel="noreferrer">
            {t('library.referral.site')}
          </a>
        </p>
      )}
      <p className="muted">
        {statedOn
          ? t('library.referral.statedOn', { date: formatLooseDate(statedOn, locale) })
          : t('library.referral.undated')}
      </p>
      <p className="muted">
        {typeset(t(`library.cases.confidence.${confidence}`), locale)} ·{' '}
        {t('course.lawAsOf', { date: formatDate(new Date(lawDate), locale) })}
      </p>
      {verifiedOn && (
        <p>
          <span className="chip ok">
            {t('library.referral.verifiedOn', { date: formatDate(new Date(verifiedOn), locale) })}
          </span>
        </p>
      )}
    </div>
  )
}
