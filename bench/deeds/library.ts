import { LOCALES } from '@/domain/locale'
import { searchQuestions } from '@/tests/support/search-questions'
import type { Deed } from '../load'
import { inTurn } from '../people'
import type { Visitor } from '../visitor'

/** The article that defines the offence. Its page is the fullest: a checklist, decisions, lessons and questions. */
const ARTICLE = 'cp-448-1'

/** The library's pages, which need no session, in the three languages in turn; each search is in its own language. */
export function libraryDeeds(visit: Visitor) {
  const locale = inTurn(LOCALES)
  const search = inTurn(searchQuestions.map(searchPath))
  const read = async (path: string) => Boolean(await visit({ path }))
  return {
    article: () => read(articlePath(locale())),
    decisions: () => read(`/${locale()}/library/cases`),
    indicators: () => read(`/${locale()}/library/indicators`),
    search: () => read(search()),
  } satisfies Record<string, Deed>
}

export function articlePath(locale: string): string {
  return `/${locale}/library/law/${ARTICLE}`
}

export function searchPath({ locale, query }: { locale: string; query: string }): string {
  return `/${locale}/library/search?${new URLSearchParams({ q: query })}`
}
