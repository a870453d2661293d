import type { Locale } from '@/domain/locale'
import type { Because } from '@/domain/practice/suggest-file'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'

/** Why a file is suggested, in words. */
export function reasonOf(because: Because, locale: Locale, t: Translator): string {
  if (because.why === 'seat') {
    return t('casework.hub.because.seat', { seat: t(`casework.simulation.seat.${because.seat}`) })
  }
  if ('lesson' in because) {
    return t(`casework.hub.because.${because.why}`, { lesson: typeset(because.lesson[locale], locale) })
  }
  return t(`casework.hub.because.${because.why}`)
}
