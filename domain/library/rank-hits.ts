import type { NamedBriefs } from './named-briefs'
import type { SearchEntry } from './search-entry'

/** An entry that matches a query. */
export type Hit = {
  entry: SearchEntry
  score: number
  /** The words of the index that matched in it. */
  tokens: readonly string[]
  /** The entry matches every word of the query, not only some. */
  whole: boolean
  /** The match is in the reader's language, or in text that belongs to no language. */
  readersLanguage: boolean
}

/**
 * What a query names exactly (possible article numbers, and pages), and the pages that answer it, best first. `briefs`:
 * those that it names by their title, and those on an article that it names.
 */
export type Asked = {
  numbers: readonly string[]
  pages: readonly string[]
  answers: readonly string[]
  briefs?: NamedBriefs
}

/**
 * Orders the hits, one for each page: the briefs that the query names, then other exact matches, then articles whose
 * number begins with the query's (`448` → `448-1`), then the briefs on an article that it names, then the pages that answer the query, then entries that match the whole of it, then the reader's own
 * language, then the higher score.
 */
export function rankHits(hits: readonly Hit[], { numbers, pages, answers, briefs = NO_BRIEFS }: Asked): Hit[] {
  const asked = ({ entry }: Hit) =>
    pages.includes(entry.page) || (entry.number !== undefined && numbers.includes(entry.number))
  const begun = ({ entry: { number = '' } }: Hit) => numbers.some((asked) => number.startsWith(`${asked}-`))
  const placeIn =
    (list: readonly string[]) =>
    ({ entry }: Hit) =>
      list.includes(entry.page) ? list.indexOf(entry.page) : list.length
  const [named, about, answering] = [briefs.named, briefs.about, answers].map(placeIn) as [Place, Place, Place]
  const first = (a: boolean, b: boolean) => Number(b) - Number(a)
  const ranked = hits.toSorted(
    (a, b) =>
      named(a) - named(b) ||
      first(asked(a), asked(b)) ||
      first(begun(a), begun(b)) ||
      (begun(a) && begun(b) && byNumber(a, b)) ||
      about(a) - about(b) ||
      answering(a) - answering(b) ||
      first(a.whole, b.whole) ||
      first(a.readersLanguage, b.readersLanguage) ||
      b.score - a.score,
  )
  const shown = new Set<string>()
  return ranked.filter(({ entry }) => !shown.has(entry.page) && shown.add(entry.page))
}

type Place = (hit: Hit) => number
const NO_BRIEFS: NamedBriefs = { named: [], about: [] }

/** A search for `448` lists its articles (`448-1` …) in the order of their numbers. */
function byNumber(a: Hit, b: Hit): number {
  return (a.entry.number ?? '').localeCompare(b.entry.number ?? '', 'en', { numeric: true })
}

/** Words after which even a single digit is an article's number, in the form in which `searchTokens` returns them. */
const UNITS = new Set(['article', 'articles', 'art', 'فصل', 'ماده', 'فصول', 'مواد', 'section'])

/** The numbers in a query that ask for an article: `448-1`, `117`, and `4` in « article 4 ». */
export function articleNumbers(tokens: readonly string[]): string[] {
  return tokens.filter(
    (token, place) => /^\d/.test(token) && (/^\d{2,}|-/.test(token) || UNITS.has(tokens[place - 1] ?? '')),
  )
}
