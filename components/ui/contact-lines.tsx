import { type ContactFields, lastDayOf, type ShownContact } from '@/domain/contact/contact'
import { canDial, writePhone } from '@/domain/contact/phone'
import type { Locale } from '@/domain/locale'
import { nameIn } from '@/domain/person/name-in'
import { formatDate, type Translator } from '@/i18n/translator'
import { PhoneLink } from './phone-link'
import { isolate, isolateLtr, Ref } from './ref'

type Of = { locale: Locale; t: Translator }

type Typed = { arabic: string | null; latin: string | null; locale: Locale }

/** A text typed in Arabic, in French or in both: in the reader's script if it exists, else marked with its language. */
export function ContactWords({ arabic, latin, locale }: Typed) {
  const isArabic = locale === 'ar' ? arabic !== null : latin === null
  const lang = isArabic ? 'ar' : 'fr'
  return (
    <bdi className="typed" lang={lang === locale ? undefined : lang}>
      {isArabic ? arabic : latin}
    </bdi>
  )
}

/** A number that cannot be dialled, as in the demonstration data, is not a link. */
export function ContactPhone({ phone }: { phone: string }) {
  const written = writePhone(phone)
  return canDial(phone) ? <PhoneLink number={written} /> : <Ref>{written}</Ref>
}

type Reach = Pick<ContactFields, 'email' | 'addressArabic' | 'addressLatin' | 'hoursArabic' | 'hoursLatin'>
type ReachProps = Of & { contact: Reach }

/** The e-mail address, postal address and hours of a service; empty if only its telephone number is known. */
export function ContactReach({ contact, locale, t }: ReachProps) {
  const { email, addressArabic, addressLatin, hoursArabic, hoursLatin } = contact
  const parts = [
    email && (
      <a key="email" className="typed" href={`mailto:${email}`}>
        <bdi dir="ltr">{email}</bdi>
      </a>
    ),
    (addressArabic || addressLatin) && (
      <ContactWords key="address" arabic={addressArabic} latin={addressLatin} locale={locale} />
    ),
    (hoursArabic || hoursLatin) && (
      <span key="hours">
        {t.rich('contacts.hours', {
          hours: () => <ContactWords key="words" arabic={hoursArabic} latin={hoursLatin} locale={locale} />,
        })}
      </span>
    ),
  ].filter(Boolean)
  return parts.flatMap((part, place) => (place === 0 ? [part] : [' · ', part]))
}

type SourceProps = Of & { contact: Pick<ContactFields, 'source' | 'sourceUrl' | 'sourceDay'> }

/** The source of the contact and its date. The link names the host, so that the reader knows where it leads. */
export function ContactSource({ contact: { source, sourceUrl, sourceDay }, locale, t }: SourceProps) {
  const host = sourceUrl ? URL.parse(sourceUrl)?.host : undefined
  return (
    <span className="typed">
      {t('contacts.sourceOf', { source: isolate(source), date: formatDate(new Date(sourceDay), locale) })}
      {sourceUrl && host && (
        <>
          {' '}
          <a href={sourceUrl} rel="noreferrer nofollow">
            {t('contacts.openSource', { host: isolateLtr(host) })}
          </a>
        </>
      )}
    </span>
  )
}

type VerifiedProps = Of & {
  contact: Pick<ShownContact, 'institutionArabic' | 'institutionLatin' | 'decidedAt' | 'confirmedAt' | 'expiresAt'>
}

/** When the platform verified the contact, its last day, when the institution confirmed it, and who proposed it. */
export function ContactVerified({ contact, locale, t }: VerifiedProps) {
  const { institutionArabic: nameArabic, institutionLatin: nameLatin, decidedAt, confirmedAt, expiresAt } = contact
  const until = formatDate(new Date(lastDayOf(expiresAt)), locale)
  return (
    <span className="typed">
      {t('contacts.verified', { date: formatDate(decidedAt, locale), until })}.{' '}
      {confirmedAt > decidedAt && `${t('contacts.confirmedOn', { date: formatDate(confirmedAt, locale) })}. `}
      {t('contacts.from', { institution: isolate(nameIn({ nameArabic, nameLatin }, locale)) })}.
    </span>
  )
}
