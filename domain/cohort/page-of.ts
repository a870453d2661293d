/** As many as a person looks through, and as a phone loads at once. */
export const PAGE_ROWS = 50

export type Page<T> = {
  rows: readonly T[]
  /** Places of the first and the last row, counted from 1; 0 when there is none. */
  from: number
  to: number
  /** Numbers of the pages on either side. */
  before: number | null
  after: number | null
}

/** @param asked the page's number as it stands in the address; anything that is none is the first, too far is the last. */
export function pageOf<T>(all: readonly T[], asked: string | null): Page<T> {
  const last = Math.max(1, Math.ceil(all.length / PAGE_ROWS))
  const number = Math.min(last, /^[1-9]\d{0,5}$/.test(asked ?? '') ? Number(asked) : 1)
  const start = (number - 1) * PAGE_ROWS
  const rows = all.slice(start, start + PAGE_ROWS)
  return {
    rows,
    from: rows.length === 0 ? 0 : start + 1,
    to: start + rows.length,
    before: number > 1 ? number - 1 : null,
    after: number < last ? number + 1 : null,
  }
}
