import { LOCALES, type Locale } from '../locale'

/**
 * The same data with every `{ar, fr, en}` map replaced by the text of one language: what a reader of that language
 * sees. So a sign-off of the Arabic stays valid when the French is corrected. Quoted law is kept whole, because every
 * language shows it.
 */
export function localizedView(value: unknown, locale: Locale): unknown {
  if (Array.isArray(value)) return value.map((item) => localizedView(item, locale))
  if (value === null || typeof value !== 'object') return value
  if (isLocalized(value)) return value[locale]
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, key === 'preamble' ? item : localizedView(item, locale)]),
  )
}

/** A map of texts by language, complete or not. */
export function isLocalized(value: unknown): value is Partial<Record<Locale, string>> {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false
  const entries = Object.entries(value)
  return entries.length > 0 && entries.every(([key, text]) => isText(key, text))
}

function isText(key: string, text: unknown): boolean {
  return typeof text === 'string' && LOCALES.some((locale) => locale === key)
}
