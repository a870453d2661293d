import type { Locale } from '../locale'

/** A person's name as a language writes it, or the one there is. May be empty: a list need not name who is on it. */
export function nameIn({ nameArabic, nameLatin }: { nameArabic: string; nameLatin: string }, locale: Locale): string {
  return locale === 'ar' ? nameArabic || nameLatin : nameLatin || nameArabic
}
