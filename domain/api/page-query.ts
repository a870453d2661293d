import { z } from 'zod'
import { ApiProblem } from './problem'

export const MOST_ON_A_PAGE = 200
const USUAL_ON_A_PAGE = 100

const idSchema = z.uuid()

/** `after`: the id of the last row of the page before. */
export type PageQuery = { after: string | null; limit: number }

/** @throws {ApiProblem} cursor, limit */
export function readPageQuery(query: URLSearchParams): PageQuery {
  return { after: readCursor(query.get('cursor')), limit: readLimit(query.get('limit')) }
}

function readLimit(typed: string | null): number {
  if (typed === null) return USUAL_ON_A_PAGE
  const limit = /^\d{1,3}$/.test(typed) ? Number(typed) : 0
  if (limit < 1 || limit > MOST_ON_A_PAGE) throw new ApiProblem('limit')
  return limit
}

function readCursor(typed: string | null): string | null {
  if (typed === null) return null
  const { data: id } = idSchema.safeParse(Buffer.from(typed, 'base64url').toString('latin1'))
  // Accept only the canonical spelling of a cursor: each page has one address.
  if (id === undefined || cursorAfter(id) !== typed) throw new ApiProblem('cursor')
  return id
}

/** What a client sends to get the rows after this one. */
export function cursorAfter(id: string): string {
  return Buffer.from(id, 'latin1').toString('base64url')
}

type Page<T> = { items: T[]; next: string | null }

/** @param rows one more than the page holds, if there is another. */
export function pageOf<Row extends { id: string }>(rows: readonly Row[], limit: number): Page<Row> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: last && rows.length > limit ? cursorAfter(last.id) : null }
}
