import { type Library, lookUp } from '@/domain/library/library'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'

export type Regions = Library['regions']

/** @param region one of the twelve; null: the whole country. */
export function regionName(regions: Regions, region: string | null, locale: Locale, t: Translator): string {
  if (region === null) return t('institutions.country')
  return typeset(lookUp(regions, region)?.name[locale] ?? region, locale)
}
