/** The number of rows that a person can scan, and a phone can load, at once. */
export const PAGE_ROWS = 50
/** For a list beside figures and charts. */
export const DASHBOARD_ROWS = 25

export type Places = {
  /** The positions of the first and the last row, counted from 1; 0 if there is no row. */
  from: number
  to: number
  /** The numbers of the neighbouring pages. */
  before: number | null
  after: number | null
}
export type Page<T> = Places & { rows: readonly T[] }

/** @param asked the page number in the address. Anything else gives the first page, a number too large the last one. */
export function placesOf(total: number, asked: string | null, rows = PAGE_ROWS): Places {
  const last = Math.max(1, Math.ceil(total / rows))
  const number = Math.min(last, /^[1-9]\d{0,5}$/.test(asked ?? '') ? Number(asked) : 1)
  return {
    from: Math.min(total, (number - 1) * rows + 1),
    to: Math.min(total, number * rows),
    before: number > 1 ? number - 1 : null,
    after: number < last ? number + 1 : null,
  }
}

/** @param asked as for `placesOf`. */
export function pageOf<T>(all: readonly T[], asked: string | null, rows = PAGE_ROWS): Page<T> {
  const places = placesOf(all.length, asked, rows)
  return { rows: all.slice(Math.max(0, places.from - 1), places.to), ...places }
}

/** Reads a page number from the query string, for a list of unknown length. Anything else gives the first page. */
export function readPage(typed: string | null): number {
  return typed && /^[1-9]\d{0,3}$/.test(typed) ? Number(typed) : 1
}
