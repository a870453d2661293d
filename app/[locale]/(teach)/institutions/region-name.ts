import { lookUp } from '@/domain/library/library'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { library } from '@/server/content/library'

/** @param region one of the twelve; null: the whole country. */
export function regionName(region: string | null, locale: Locale, t: Translator): string {
  if (region === null) return t('institutions.country')
  return typeset(lookUp(library().regions, region)?.name[locale] ?? region, locale)
}

export function regionOptions(locale: Locale) {
  return Object.values(library().regions)
    .toSorted((a, b) => a.id.localeCompare(b.id))
    .map(({ id, name }) => ({ value: id, label: typeset(name[locale], locale) }))
}
