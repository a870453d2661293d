import { LOCALES, type Locale } from '../locale'
import type { Term } from './glossary'
import { searchTokens } from './normalise-search'
import { isSameWord } from './phrase-book'

/** The terms that hold every word of the query, in whichever language; all of them for a query without words. */
export function findTerms(terms: readonly Term[], query: string): Term[] {
  const wanted = searchTokens(query)
  return terms.filter((term) => {
    const known = LOCALES.flatMap((locale) => searchTokens([term[locale], ...(term.forbids?.[locale] ?? [])].join(' ')))
    return wanted.every((word) => known.some((each) => each.startsWith(word) || isSameWord(each, word)))
  })
}

/** Terms in the alphabetical order of a language. An Arabic dictionary does not count the article. */
export function inOrder(terms: readonly Term[], locale: Locale): Term[] {
  return terms.toSorted((a, b) => filedUnder(a[locale]).localeCompare(filedUnder(b[locale]), locale))
}

/** The letter that a term is filed under: « É » under E, «الاتجار» under «ا». */
export function letterOf(term: Term, locale: Locale): string {
  const [first = ''] = filedUnder(term[locale]).normalize('NFD')
  return first.toUpperCase()
}

function filedUnder(text: string): string {
  return text.replace(/^ال(?=\p{L}{2})/u, '').replace(/^[^\p{L}\p{N}]+/u, '')
}
