import type { Locale } from '@/domain/locale'
import type { Reviewable } from '@/domain/signoff/reviewed'
import { formatDate, type Translator } from '@/i18n/translator'
import { type Fact, Facts } from './facts'
import { Ref } from './ref'
import { ReviewState } from './review-state'
import { Text } from './text'

/** Who is responsible for the site, and how far a jurist has reviewed its courses. */
export type SiteFacts = {
  /** From the settings; null if it is not set. */
  controller: string | null
  contact: string | null
  /** The reader is an administrator: she sees which settings are missing. */
  administrator: boolean
  /** The day up to which the law was read in every course; null while there is no course. */
  lawDate: string | null
  /** The parts of all courses that a jurist signs. */
  parts: readonly Reviewable[]
}
type Texts = { locale: Locale; t: Translator }

/** A fact whose setting is missing is left out; an administrator is told which setting it is. */
export function AboutFacts({ controller, contact, administrator, lawDate, parts, locale, t }: SiteFacts & Texts) {
  const set = (label: string, value: React.ReactNode, setting: string): Fact[] => {
    if (value) return [{ label, value }]
    return administrator ? [{ label, value: <Unset setting={setting} t={t} /> }] : []
  }
  const facts: Fact[] = [
    ...set(t('about.controller'), controller && <bdi>{controller}</bdi>, 'CONTROLLER_NAME'),
    ...set(t('about.contact'), contact && <Contact>{contact}</Contact>, 'CONTROLLER_CONTACT'),
    { label: t('about.reference'), value: <Text locale={locale}>{t('about.referenceText')}</Text> },
  ]
  if (lawDate !== null) {
    facts.push(
      { label: t('certificate.lawDate'), value: formatDate(new Date(lawDate), locale) },
      { label: t('about.review'), value: <ReviewState parts={parts} locale={locale} t={t} /> },
    )
  }
  return <Facts facts={facts} />
}

function Unset({ setting, t }: { setting: string; t: Translator }) {
  return (
    <span className="chip warn">{t.rich('about.unset', { setting: () => <Ref key="setting">{setting}</Ref> })}</span>
  )
}

/** An e-mail address or an https URL is a link; anything else, such as a postal address, is text. */
function Contact({ children }: { children: string }) {
  const address = children.trim()
  const target = /^[^\s@]+@[^\s@]+$/.test(address) ? `mailto:${address}` : address
  if (/^(mailto:|https:\/\/)\S+$/.test(target)) {
    return (
      <a href={target}>
        <bdi dir="ltr">{address}</bdi>
      </a>
    )
  }
  return <bdi>{address}</bdi>
}
