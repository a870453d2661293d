import { Scale } from 'lucide'
import type { Locale, Localized } from '@/domain/locale'
import { formatDate, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { href } from '../shell/paths'
import { Icon } from '../ui/icon'

export type OfferedUpdate = { number: string; course: Localized; since: string }

/** Renders nothing if nothing is offered. */
export function LawOfferNotices({
  offers,
  locale,
  t,
}: {
  offers: readonly OfferedUpdate[]
  locale: Locale
  t: Translator
}) {
  return offers.map((offer) => <LawOfferNotice key={offer.number} offer={offer} locale={locale} t={t} />)
}

/** Says that the law has changed since one of her certificates, with a link to update it. */
export function LawOfferNotice({ offer, locale, t }: { offer: OfferedUpdate; locale: Locale; t: Translator }) {
  const about = { course: typeset(offer.course[locale], locale), since: formatDate(new Date(offer.since), locale) }
  return (
    <div className="note stack-s">
      <p>
        <Icon node={Scale} /> {t('lawUpdate.notice', about)}
      </p>
      <p>
        <a href={href(locale, `/certificates/${offer.number}/law`)}>{t('lawUpdate.noticeLink')}</a>
      </p>
    </div>
  )
}
