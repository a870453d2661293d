import { readPage } from '../list/page-of'

/** The filters of the list of accounts. Each has its label in i18n/messages/*.json under `accounts.states`. */
export const ACCOUNT_STATES = ['unconfirmed', 'disabled', 'guarded'] as const
export type AccountState = (typeof ACCOUNT_STATES)[number]

/** The filters in the query string. `guarded`: with a second factor. */
export type AccountQuery = { typed: string; state: AccountState | null; page: number }

/** In characters: longer than any name or address. */
const LONGEST = 254

/** Invalid values do not filter. */
export function readAccountQuery(query: URLSearchParams): AccountQuery {
  return {
    typed: (query.get('q') ?? '').trim().slice(0, LONGEST),
    state: ACCOUNT_STATES.find((one) => one === query.get('state')) ?? null,
    page: readPage(query.get('page')),
  }
}

/** `?q=Alaoui&state=disabled&page=2`, or nothing. */
export function writeAccountQuery({ typed, state, page }: AccountQuery): string {
  const query = new URLSearchParams({
    ...(typed && { q: typed }),
    ...(state && { state }),
    ...(page > 1 && { page: String(page) }),
  })
  return query.size === 0 ? '' : `?${query}`
}
