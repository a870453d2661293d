import { dayOf } from '../time/day'

export const SEMINAR_VIEWS = ['list', 'month', 'mine', 'past'] as const
export type SeminarView = (typeof SEMINAR_VIEWS)[number]
/** `month`: `2026-12`. `page`: from 1. */
export type SeminarQuery = { view: SeminarView; month: string; page: number }

/** How many seminars a page shows. */
export const SEMINARS_A_PAGE = 20
const MOST_PAGES = 1000

/** Reads the query string. Invalid values become the list, the current month or the first page. */
export function readSeminarQuery(query: URLSearchParams, now: Date): SeminarQuery {
  const asked = query.get('m') ?? ''
  const page = Number(query.get('page'))
  return {
    view: SEMINAR_VIEWS.find((view) => view === query.get('view')) ?? 'list',
    month: /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(asked) ? asked : dayOf(now).slice(0, 7),
    page: Number.isInteger(page) && page >= 1 && page <= MOST_PAGES ? page : 1,
  }
}
