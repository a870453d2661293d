import type { Locale } from '@/domain/locale'

/** The name of a country in a language, from the runtime's tables. An unknown code is returned as it is. */
export function countryName(code: string, locale: Locale): string {
  return new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' }).of(code) ?? code
}
