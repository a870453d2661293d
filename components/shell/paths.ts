import type { Locale } from '@/domain/locale'

/** The address of a page in a language. `path` begins with a slash; the home page is `/`. */
export function href(locale: Locale, path: string): string {
  return path === '/' ? `/${locale}` : `/${locale}${path}`
}
