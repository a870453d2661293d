import { z } from 'zod'

/** Arabic comes first: it is the default language and the language of the law. */
export const LOCALES = ['ar', 'fr', 'en'] as const
export type Locale = (typeof LOCALES)[number]

export const localeSchema = z.enum(LOCALES)

export const localizedSchema = z.strictObject({ ar: z.string().min(1), fr: z.string().min(1), en: z.string().min(1) })
/** One short text in the three languages. Parsing fails if one is missing. */
export type Localized = z.infer<typeof localizedSchema>

/** Several titles as one. A title may contain a comma, so a point stands between two. */
export function nameAll(titles: readonly Localized[]): Localized {
  const all = (locale: Locale) => titles.map((title) => title[locale]).join(' · ')
  return { ar: all('ar'), fr: all('fr'), en: all('en') }
}

export function directionOf(locale: string): 'rtl' | 'ltr' {
  return locale === 'ar' ? 'rtl' : 'ltr'
}

export function isLocale(value: unknown): value is Locale {
  return LOCALES.includes(value as Locale)
}

const ARABIC_LETTER = /\p{Script=Arabic}/u

/** The language in which a name is read aloud, by its letters. The Latin names of Moroccan institutions are French. */
export function nameLanguage(name: string): 'ar' | 'fr' {
  return ARABIC_LETTER.test(name) ? 'ar' : 'fr'
}
