import { MEMBER_STATUSES, type MemberStatus } from './membership'
import { readPage } from './page-of'

/** What of a cohort's people is shown, as the address says it. */
export type PeopleQuery = { status: MemberStatus | null; letterFailed: boolean; page: number }

/** What cannot be read narrows nothing. */
export function readPeopleQuery(query: URLSearchParams): PeopleQuery {
  return {
    status: MEMBER_STATUSES.find((one) => one === query.get('show')) ?? null,
    letterFailed: query.get('letter') === 'failed',
    page: readPage(query.get('page')),
  }
}

/** `?show=asked&page=2`, or nothing. @param extra what only this address says. */
export function writePeopleQuery(
  { status, letterFailed, page }: PeopleQuery,
  extra: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams({
    ...(status && { show: status }),
    ...(letterFailed && { letter: 'failed' }),
    ...(page > 1 && { page: String(page) }),
    ...extra,
  })
  return query.size === 0 ? '' : `?${query}`
}
