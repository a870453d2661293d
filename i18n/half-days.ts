import type { Locale } from '@/domain/locale'
import type { Half } from '@/domain/time/half-days'
import { formatDate, translator } from './translator'
import { typeset } from './typography'

type HalfOfDay = { day: string; half: Half }

/** `3 décembre 2026, matin et après-midi ; 4 décembre 2026, matin`: each day with its halves. */
export function formatHalfDays(halfDays: readonly HalfOfDay[], locale: Locale): string {
  const t = translator(locale)
  const days = [...new Set(halfDays.map(({ day }) => day))].map((day) => {
    const halves = halfDays.filter((one) => one.day === day).map(({ half }) => half)
    const both = halves.length > 1
    const half = both ? t('certificate.halves.both') : t(`certificate.halves.${halves[0] ?? 'morning'}`)
    return t('certificate.halfDay', { day: formatDate(new Date(day), locale), half })
  })
  return typeset(days.join(locale === 'ar' ? '؛ ' : ' ; '), locale)
}
