import type { Locale } from '../locale'

/** A name in the script of a language, or in the other script if it is the only one. Empty if a list gave no names. */
export function nameIn({ nameArabic, nameLatin }: { nameArabic: string; nameLatin: string }, locale: Locale): string {
  return locale === 'ar' ? nameArabic || nameLatin : nameLatin || nameArabic
}
