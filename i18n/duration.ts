import type { Locale } from '@/domain/locale'
import { translator } from './translator'
import { typeset } from './typography'

/** `45 minutes`, `3 heures`, `3 h 09`; in Arabic in words, `3 ساعات و9 دقائق`. @param minutes a whole number. */
export function formatDuration(minutes: number, locale: Locale): string {
  const t = translator(locale)
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return t('plural.minutes', { count: rest })
  if (rest === 0) return t('plural.hours', { count: hours })
  const parts =
    locale === 'ar'
      ? { hours: t('plural.hours', { count: hours }), minutes: t('plural.minutes', { count: rest }) }
      : { hours: String(hours), minutes: String(rest).padStart(2, '0') }
  return typeset(t('plural.hoursAndMinutes', parts), locale)
}
