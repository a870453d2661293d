import { directionOf, type Locale } from '@/domain/locale'
import { type Shown, shownIn, type Texts } from '@/domain/text/texts'
import { formatDate, formatTime, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'

/** Words of an organiser, in the reader's language or else in the first one that they were given in. */
export function SeminarWords({ texts, locale }: { texts: Texts; locale: Locale }) {
  const shown: Shown<string> | null = shownIn(texts, locale)
  if (!shown) return null
  return (
    <bdi lang={shown.locale} dir={directionOf(shown.locale)}>
      {typeset(shown.value, shown.locale)}
    </bdi>
  )
}

/** The date and time, in Moroccan time. */
export function momentOf(at: Date, locale: Locale, t: Translator): string {
  return t('registration.moment', { date: formatDate(at, locale), time: formatTime(at, locale) })
}
