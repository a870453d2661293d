import { LOCALES, type Locale, type Localized } from '../locale'

/** The kinds that can be found, in the order in which the page offers to narrow the search. */
export const SEARCH_KINDS = [
  'law',
  'decision',
  'term',
  'lesson',
  'indicator',
  'checklist',
  'model',
  'brief',
  'referral',
  'figure',
] as const
export type SearchKind = (typeof SEARCH_KINDS)[number]

/** A possible search result. */
export type SearchEntry = {
  /** Unique in the index. */
  id: string
  kind: SearchKind
  /** The address without the language, with the exact place on the page. */
  path: string
  /** Entries that share it are parts of one text: only the best of them is shown. */
  page: string
  title: Localized
  /** The text by language. A language may be missing, as statutes have no English. */
  body: Partial<Localized>
  /** Searched but not shown: synonyms, keywords, the context of the entry. */
  also: Partial<Localized>
  /** `448-1`, for the entry that represents the whole article. */
  number?: string
  /** In how many places of the courses and the library it is cited, if that is counted. */
  uses?: number
}

/** Joins the texts of each language, leaving out what is missing. */
export function joinTexts(...texts: readonly (Partial<Localized> | null | undefined)[]): Partial<Localized> {
  const joined = LOCALES.map((locale): [Locale, string] => [
    locale,
    texts.flatMap((text) => text?.[locale] ?? []).join(' '),
  ])
  return Object.fromEntries(joined.filter(([, text]) => text !== ''))
}

export function inEach(text: (locale: Locale) => string): Localized {
  return { ar: text('ar'), fr: text('fr'), en: text('en') }
}
