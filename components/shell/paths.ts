import type { Locale } from '@/domain/locale'

/** The address of a page in a language. `path` begins with a slash; the home page is `/`. */
export function href(locale: Locale, path: string): string {
  return path === '/' ? `/${locale}` : `/${locale}${path}`
}

/**
 * What the report of an error is about, beyond the page: a block of a lesson, a practice question, a question of a
 * result.
 */
export type Reported = { block?: number; section?: number; question?: string; attempt?: number; n?: number }

/** The form to report an error. @param page the address of a page without its language and its query. */
export function reportHref(locale: Locale, page: string, about: Reported = {}): string {
  const more = Object.entries(about).map(([name, value]) => `&${name}=${value}`)
  return `${href(locale, '/report')}?page=${page}${more.join('')}`
}

/** The address at which a seminar in the programme of a cohort is created, without the language. */
export function newSeminarPath({ id, institutionId }: { id: string; institutionId: string }): string {
  return `/seminars/new?institution=${institutionId}&cohort=${id}`
}
