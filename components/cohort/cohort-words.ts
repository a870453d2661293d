import type { Locale } from '@/domain/locale'
import { formatLooseDate, type Translator } from '@/i18n/translator'

export function cohortDays(
  { startsOn, endsOn }: { startsOn: string; endsOn: string },
  locale: Locale,
  t: Translator,
): string {
  return t('cohorts.list.from', { start: formatLooseDate(startsOn, locale), end: formatLooseDate(endsOn, locale) })
}
