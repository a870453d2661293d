import { readPage } from '../list/page-of'

/** The filter and page of a list of people or certificates, as in the query string. */
export type ListQuery = { typed: string; page: number }

export function readListQuery(query: URLSearchParams): ListQuery {
  return { typed: (query.get('q') ?? '').trim(), page: readPage(query.get('page')) }
}

/** `?q=Alaoui&page=2`, or nothing. @param extra further parameters of this address. */
export function writeListQuery({ typed, page }: ListQuery, extra: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({ ...(typed && { q: typed }), ...(page > 1 && { page: String(page) }), ...extra })
  return query.size === 0 ? '' : `?${query}`
}
