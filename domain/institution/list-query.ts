import { readPage } from '../cohort/page-of'

/** What of an institution's people or certificates is shown, as the address says it. */
export type ListQuery = { typed: string; page: number }

export function readListQuery(query: URLSearchParams): ListQuery {
  return { typed: (query.get('q') ?? '').trim(), page: readPage(query.get('page')) }
}

/** `?q=Alaoui&page=2`, or nothing. @param extra what only this address says. */
export function writeListQuery({ typed, page }: ListQuery, extra: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({ ...(typed && { q: typed }), ...(page > 1 && { page: String(page) }), ...extra })
  return query.size === 0 ? '' : `?${query}`
}
