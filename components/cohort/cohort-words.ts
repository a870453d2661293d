import type { Locale } from '@/domain/locale'
import { formatLooseDate, type Translator } from '@/i18n/translator'

export function institutionName(
  { nameArabic, nameLatin }: { nameArabic: string; nameLatin: string },
  locale: Locale,
): string {
  return locale === 'ar' ? nameArabic : nameLatin
}

export function cohortDays(
  { startsOn, endsOn }: { startsOn: string; endsOn: string },
  locale: Locale,
  t: Translator,
): string {
  return t('cohorts.list.from', { start: formatLooseDate(startsOn, locale), end: formatLooseDate(endsOn, locale) })
}
