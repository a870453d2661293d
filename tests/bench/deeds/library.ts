import { LOCALES } from '@/domain/locale'
import { searchQuestions } from '@/tests/support/search-questions'
import type { Deed } from '../load'
import { inTurn } from '../people'
import type { Visitor } from '../visitor'

/** The offence itself: its page gathers a checklist, decisions, lessons and questions. */
const ARTICLE = 'cp-448-1'

/** The library's pages, which nobody signs in for: in the three languages in turn, each search in its own. */
export function libraryDeeds(visit: Visitor) {
  const locale = inTurn(LOCALES)
  const search = inTurn(searchQuestions.map(searchPath))
  const read = async (path: string) => Boolean(await visit({ path }))
  return {
    article: () => read(articlePath(locale())),
    decisions: () => read(`/${locale()}/library/cases`),
    search: () => read(search()),
  } satisfies Record<string, Deed>
}

export function articlePath(locale: string): string {
  return `/${locale}/library/law/${ARTICLE}`
}

export function searchPath({ locale, query }: { locale: string; query: string }): string {
  return `/${locale}/library/search?${new URLSearchParams({ q: query })}`
}
