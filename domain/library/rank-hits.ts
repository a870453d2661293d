import type { SearchEntry } from './search-entry'

/** An entry that answers a query. */
export type Hit = {
  entry: SearchEntry
  score: number
  /** The words of the index that were found in it. */
  tokens: readonly string[]
  /** Every word of the query is answered, not only some. */
  whole: boolean
  /** It was found in the reader's language, or in what belongs to none. */
  readersLanguage: boolean
}

/** What a query names outright: numbers that may be an article's, and pages. */
export type Asked = { numbers: readonly string[]; pages: readonly string[] }

/**
 * Hits in the order in which they are shown, one for each page: what was named outright, then what answers the whole query,
 * then the reader's own language, then the better score.
 */
export function rankHits(hits: readonly Hit[], { numbers, pages }: Asked): Hit[] {
  const asked = ({ entry }: Hit) =>
    pages.includes(entry.page) || (entry.number !== undefined && numbers.includes(entry.number))
  const first = (a: boolean, b: boolean) => Number(b) - Number(a)
  const ranked = hits.toSorted(
    (a, b) =>
      first(asked(a), asked(b)) ||
      first(a.whole, b.whole) ||
      first(a.readersLanguage, b.readersLanguage) ||
      b.score - a.score,
  )
  const shown = new Set<string>()
  return ranked.filter(({ entry }) => !shown.has(entry.page) && shown.add(entry.page))
}

/** Words after which even one digit is an article's number, as they come out of `searchTokens`. */
const UNITS = new Set(['article', 'articles', 'art', 'فصل', 'ماده', 'فصول', 'مواد', 'section'])

/** The numbers in a query that ask for an article: `448-1`, `117`, and `4` in « article 4 ». */
export function articleNumbers(tokens: readonly string[]): string[] {
  return tokens.filter(
    (token, place) => /^\d/.test(token) && (/^\d{2,}|-/.test(token) || UNITS.has(tokens[place - 1] ?? '')),
  )
}
