import { LOCALES, type Locale } from '../locale'
import type { Term } from './glossary'
import { searchTokens } from './normalise-search'
import { isSameWord } from './phrase-book'

/** The terms that contain every word of the query, in any language; all terms if the query has no words. */
export function findTerms(terms: readonly Term[], query: string): Term[] {
  const wanted = searchTokens(query)
  return terms.filter((term) => {
    const known = LOCALES.flatMap((locale) => searchTokens([term[locale], ...(term.forbids?.[locale] ?? [])].join(' ')))
    return wanted.every((word) => known.some((token) => token.startsWith(word) || isSameWord(token, word)))
  })
}

/** Terms in the alphabetical order of a language. Arabic dictionaries ignore the article. */
export function inOrder(terms: readonly Term[], locale: Locale): Term[] {
  return terms.toSorted((a, b) => filedUnder(a[locale]).localeCompare(filedUnder(b[locale]), locale))
}

/** The letter under which a term is filed: « É » under E, «الاتجار» under «ا». */
export function letterOf(term: Term, locale: Locale): string {
  const [first = ''] = filedUnder(term[locale]).normalize('NFD')
  return first.toUpperCase()
}

function filedUnder(text: string): string {
  return text.replace(/^ال(?=\p{L}{2})/u, '').replace(/^[^\p{L}\p{N}]+/u, '')
}
