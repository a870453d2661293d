import type { Names } from '@/domain/account/profile'
import type { Locale } from '@/domain/locale'

/** A name in the script of the page's language, marked with the language of the name itself. */
export function NameIn({ locale, names: { nameArabic, nameLatin } }: { locale: Locale; names: Names }) {
  return locale === 'ar' ? <bdi lang="ar">{nameArabic}</bdi> : <bdi lang="fr">{nameLatin}</bdi>
}
