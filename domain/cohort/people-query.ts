import { foldName } from '../certificate/match-name'
import { readPage } from '../list/page-of'
import { SITUATIONS, type Situation } from './at-risk'
import { MEMBER_STATUSES, type MemberStatus } from './membership'

/** The orders of a cohort's people. Each has its label in i18n/messages/*.json under `cohorts.people.sorts`. */
export const PEOPLE_SORTS = ['name', 'newest', 'oldest', 'court'] as const
export type PeopleSort = (typeof PEOPLE_SORTS)[number]

/** The filters of a cohort's people, from the query string. At most one of `status` and `situation` is set. */
export type PeopleQuery = {
  /** The text of the search field. */
  typed: string
  status: MemberStatus | null
  /** The situation of active members. */
  situation: Situation | null
  letterFailed: boolean
  /** Null: the order that suits the status. */
  sort: PeopleSort | null
  page: number
}

/** A longer text finds nobody. */
const MOST_TYPED = 100
const MOST_WORDS = 8

/** Reads the filters. Unknown values are ignored. Older links use `show` instead of `status`. */
export function readPeopleQuery(query: URLSearchParams): PeopleQuery {
  const asked = query.get('status') ?? query.get('show')
  return {
    typed: (query.get('q') ?? '').trim().slice(0, MOST_TYPED),
    status: MEMBER_STATUSES.find((one) => one === asked) ?? null,
    situation: SITUATIONS.find((one) => one === asked) ?? null,
    letterFailed: query.get('letter') === 'failed',
    sort: PEOPLE_SORTS.find((one) => one === query.get('sort')) ?? null,
    page: readPage(query.get('page')),
  }
}

/** `?q=Alaoui&status=asked&page=2`, or an empty text. @param extra further parameters. */
export function writePeopleQuery(
  { typed, status, situation, letterFailed, sort, page }: PeopleQuery,
  extra: Readonly<Record<string, string>> = {},
): string {
  const narrowed = status ?? situation
  const query = new URLSearchParams({
    ...(typed && { q: typed }),
    ...(narrowed && { status: narrowed }),
    ...(letterFailed && { letter: 'failed' }),
    ...(sort && { sort }),
    ...(page > 1 && { page: String(page) }),
    ...extra,
  })
  return query.size === 0 ? '' : `?${query}`
}

export function isNarrowed({ typed, status, situation, letterFailed }: PeopleQuery): boolean {
  return typed !== '' || status !== null || situation !== null || letterFailed
}

/** Requests and the waitlist are read in the order in which they came. */
export function sortOf({ sort, status }: Pick<PeopleQuery, 'sort' | 'status'>): PeopleSort {
  return sort ?? (status === 'asked' || status === 'waiting' ? 'oldest' : 'name')
}

/**
 * The words that each person found must contain, in the form in which names are compared: spelling does not matter, and
 * neither does the script of the interface. An address is one word. Null: what was typed has no letter and no digit, so
 * it finds nobody.
 */
export function wordsToFind(typed: string): readonly string[] | null {
  if (typed === '') return []
  const chunks = typed.split(/\s+/u).map((chunk) => foldName(chunk).replaceAll(' ', ''))
  const words = chunks.filter(Boolean).slice(0, MOST_WORDS)
  return words.length > 0 ? words : null
}
