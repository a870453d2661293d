import { LOCALES, type Locale, type Localized } from '../locale'

/** What can be found, in the order in which the page offers to narrow the search. */
export const SEARCH_KINDS = ['law', 'decision', 'term', 'lesson', 'indicator', 'referral', 'figure'] as const
export type SearchKind = (typeof SEARCH_KINDS)[number]

/** Something that a search can lead to. */
export type SearchEntry = {
  /** Unique in the index. */
  id: string
  kind: SearchKind
  /** Address without the language, with the exact place on the page. */
  path: string
  /** Entries that share it are parts of one text: only the best of them is shown. */
  page: string
  title: Localized
  /** What it says; a language may have none, as statutes have no English. */
  body: Partial<Localized>
  /** Searched and not shown: other words for it, keywords, what it belongs to. */
  also: Partial<Localized>
  /** `448-1`, for the entry that stands for the whole article. */
  number?: string
}

/** The same text in each language that has one, without what is missing. */
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
