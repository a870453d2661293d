import type { Locale } from '../locale'

/** A name in both scripts. One of them may be missing: a list gave only the other, or it was erased. */
export type EitherName = { nameArabic: string | null; nameLatin: string | null }

/** The name in the script of a language, or in the other script if it is the only one. Empty if there is none. */
export function nameIn(names: EitherName, locale: Locale): string {
  return shownName(names, locale)?.text ?? ''
}

/** The name that `nameIn` chooses, with the language of its script; null if there is none. */
export function shownName(
  { nameArabic, nameLatin }: EitherName,
  locale: Locale,
): { text: string; language: 'ar' | 'fr' } | null {
  const arabic = nameArabic ? ({ text: nameArabic, language: 'ar' } as const) : null
  const latin = nameLatin ? ({ text: nameLatin, language: 'fr' } as const) : null
  return locale === 'ar' ? (arabic ?? latin) : (latin ?? arabic)
}
