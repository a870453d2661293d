import type { Locale } from '@/domain/locale'

/** The name of a country in a language, by the tables of the runtime. A code that they do not have stays a code. */
export function countryName(code: string, locale: Locale): string {
  return new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' }).of(code) ?? code
}
