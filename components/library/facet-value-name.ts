import type { Decision } from '@/domain/library/decision'
import type { Facet, HowKnown } from '@/domain/library/filter-decisions'
import { type Library, lookUp } from '@/domain/library/library'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'

/** The name of a value of a facet. */
export function facetValueName(
  facet: Facet,
  value: string,
  keywords: Library['keywords'],
  locale: Locale,
  t: Translator,
): string {
  if (facet === 'year') return value
  if (facet === 'origin') return t(`library.cases.origin.${value as Decision['origin']}`)
  if (facet === 'confidence') return t(`library.cases.knownFrom.${value as HowKnown}`)
  return typeset(lookUp(keywords, value)?.label[locale] ?? value, locale)
}
