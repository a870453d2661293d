import type { Locale, Localized } from '@/domain/locale'
import { parseInline } from '@/domain/text/inline'
import { type Translator, translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'

type Key = Parameters<Translator>[0]
type Values = Record<string, string | number>

/** A sentence of the interface, from its catalog. */
export function t(locale: Locale, key: Key, values?: Values): string {
  const say = translator(locale) as (key: Key, values?: Values) => string
  return say(key, values)
}

/** An authored sentence as a reader sees it, without its markup. */
export function words(text: Localized, locale: Locale): string {
  return parseInline(typeset(text[locale], locale))
    .map((part) => part.text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}
