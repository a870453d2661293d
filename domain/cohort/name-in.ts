import type { Locale } from '../locale'

/**
 * A person's name in the script of a language, or in the other script if that is the only one. May be empty: a list may
 * omit names.
 */
export function nameIn({ nameArabic, nameLatin }: { nameArabic: string; nameLatin: string }, locale: Locale): string {
  return locale === 'ar' ? nameArabic || nameLatin : nameLatin || nameArabic
}
