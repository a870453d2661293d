import 'server-only'
import type { Query, SearchOptions, SearchResult } from 'minisearch'
import { entryPath } from '@/domain/library/entry-path'
import { type Excerpt, excerptOf } from '@/domain/library/excerpt'
import type { FoundAnswer } from '@/domain/library/find-answers'
import type { Quoting } from '@/domain/library/law-answer'
import { namedBriefs } from '@/domain/library/named-briefs'
import { isNumber } from '@/domain/library/normalise-search'
import type { QueryPart } from '@/domain/library/phrase-book'
import { articleNumbers, type Hit, rankHits } from '@/domain/library/rank-hits'
import { readQuery } from '@/domain/library/read-query'
import type { SearchEntry, SearchKind } from '@/domain/library/search-entry'
import { LOCALES, type Locale, type Localized } from '@/domain/locale'
import type { SearchIndex } from './search-index'

/** In characters. Longer queries are cut: nobody types more, and each word takes time. */
export const LONGEST_QUERY = 200
/** If the whole query has fewer results than this, results for a large part of it follow. */
const FEW = 10

export type Found = {
  entry: SearchEntry
  title: Excerpt
  /** In the reader's language if the match is in that language, otherwise in the language of the match. */
  body: Excerpt | null
  language: Locale
}
export type Suggestions = { terms: readonly Localized[]; articles: readonly SearchEntry[] }
export type Answer = {
  total: number
  counts: Partial<Record<SearchKind, number>>
  found: readonly Found[]
  /** Set if the first result that is no brief is a provision that answers: its id, and what is quoted of it. */
  law: ({ provision: string } & Quoting) | null
  /** Set if nothing was found. */
  suggestions: Suggestions | null
}
export type Question = { query: string; locale: Locale; kind?: SearchKind | undefined; limit: number }

/** Searches the library and the lessons in three languages. */
export function search(index: SearchIndex, { query, locale, kind, limit }: Question): Answer {
  const { tokens, parts, answers } = readQuery(query.slice(0, LONGEST_QUERY), index, (word) => isKnown(index, word))
  const pages = answers.map(({ page }) => page)
  const numbers = articleNumbers(tokens)
  const briefs = namedBriefs(query.slice(0, LONGEST_QUERY), numbers, index.briefs)
  const asked = { numbers, briefs, pages: onlyTerms(parts, index).map(entryPath.term), answers: pages }
  const matching = tokens.length === 0 ? [] : hitsOf(index, tokens, parts, locale)
  const candidates = [...matching, ...silentAnswers(index, [...briefs.named, ...briefs.about, ...pages], matching)]
  const hits = rankHits(candidates, asked)
  const counts: Answer['counts'] = {}
  for (const { entry } of hits) counts[entry.kind] = (counts[entry.kind] ?? 0) + 1
  const wanted = hits.filter(({ entry }) => kind === undefined || entry.kind === kind)
  return {
    total: hits.length,
    counts,
    found: wanted.slice(0, limit).map((hit) => show(hit, locale)),
    law: lawIn(
      wanted.find(({ entry }) => entry.kind !== 'brief'),
      candidates,
      { ...asked, answers },
      synonymsOf(parts, index),
    ),
    suggestions: hits.length === 0 ? suggest(index, tokens) : null,
  }
}

/**
 * The terms of a query that consists of one term only: their entries come first. If several terms share an everyday
 * word, only those that are spelt like the query, if there are any.
 */
function onlyTerms(parts: readonly QueryPart[], { book }: SearchIndex): readonly string[] {
  const [only] = parts
  if (parts.length !== 1 || !only || !('terms' in only)) return []
  const { words, terms } = only
  const isWritten = (term: string) =>
    LOCALES.some((locale) => (book.terms.get(term)?.[locale] ?? []).join(' ') === words.join(' '))
  const written = terms.filter(isWritten)
  return written.length > 0 ? written : terms
}

const LAW = '/library/law/'

/** The first result, not counting briefs, if it is a provision whose number the query contains, or one that answers the question. */
function lawIn(
  first: Hit | undefined,
  hits: readonly Hit[],
  { numbers, answers }: { numbers: readonly string[]; answers: readonly FoundAnswer[] },
  synonyms: readonly string[],
): Answer['law'] {
  if (first?.entry.kind !== 'law') return null
  const { page } = first.entry
  // A result is the best part of its page, but the number belongs to the whole page.
  const parts = hits.filter(({ entry }) => entry.page === page)
  const named = parts.some(({ entry: { number } }) => number !== undefined && numbers.includes(number))
  const answer = answers.find((found) => found.page === page)
  if (!named && !answer) return null
  return {
    provision: page.slice(LAW.length),
    paragraphs: answer?.paragraphs,
    looked: new Set([...parts.flatMap(({ tokens }) => tokens), ...synonyms]),
  }
}

/**
 * Synonyms of the terms in the query: a search for “child” also marks the paragraph on a minor. Only single words,
 * because phrases contain words that mean little.
 */
function synonymsOf(parts: readonly QueryPart[], { book }: SearchIndex): string[] {
  const terms = new Set(parts.flatMap((part) => ('terms' in part ? part.terms : [])))
  return book.phrases
    .filter(({ term, tokens }) => terms.has(term) && tokens.length === 1)
    .flatMap(({ tokens }) => tokens)
}

function isKnown({ words }: SearchIndex, word: string): boolean {
  return words.search(word, { prefix: false, fuzzy: false }).length > 0
}

/** The pages that the query names or that answer it, but that contain none of its words. */
function silentAnswers({ pages }: SearchIndex, answers: readonly string[], hits: readonly Hit[]): Hit[] {
  const found = new Set(hits.map(({ entry }) => entry.page))
  return answers
    .filter((page) => !found.has(page))
    .flatMap((page) => pages.get(page) ?? [])
    .map((entry) => ({ entry, score: 0, tokens: [], whole: false, readersLanguage: false }))
}

function hitsOf(index: SearchIndex, tokens: readonly string[], parts: readonly QueryPart[], locale: Locale): Hit[] {
  const readings = readingsOf(parts, index)
  const options = optionsFor(locale, index)
  const all: Query = { combineWith: 'OR', queries: [{ combineWith: 'AND', queries: [...tokens] }, ...readings] }
  const whole = index.words.search(all, options).map((result) => toHit(index, result, locale, true))
  if (tokens.length === 1 || new Set(whole.map(({ entry }) => entry.page)).size >= FEW) return whole
  const known = new Set(whole.map(({ entry }) => entry))
  // Whatever matches a reading is already in `whole`.
  const part = index.words
    .search({ combineWith: 'OR', queries: [...tokens] }, options)
    .filter(({ queryTerms }) => queryTerms.length * 2 >= tokens.length)
    .map((result) => toHit(index, result, locale, false))
    .filter(({ entry }) => !known.has(entry))
  return [...whole, ...part]
}

/**
 * The query with the words for its terms in every language. It has less weight than the typed query. The glossary's
 * words are spelt correctly, so they need no fuzzy match.
 */
function readingsOf(parts: readonly QueryPart[], { book, weights }: SearchIndex): Query[] {
  if (!parts.some((part) => 'terms' in part)) return []
  const said = (term: string): Query[] =>
    LOCALES.map((locale) => ({ combineWith: 'AND', queries: [...(book.terms.get(term)?.[locale] ?? [])] }))
  const queries = parts.map((part) =>
    'word' in part
      ? part.word
      : ({ combineWith: 'OR', fuzzy: false, queries: part.terms.flatMap(said) } satisfies Query),
  )
  return [{ combineWith: 'AND', boostDocument: (id: number) => READING_WEIGHT * (weights[id] ?? 1), queries }]
}

const READING_WEIGHT = 0.6
const FUZZY = 0.2

function optionsFor(locale: Locale, { weights }: SearchIndex): SearchOptions {
  const titles = LOCALES.map((language) => [`${language}Title`, language === locale ? 6 : 3])
  return {
    boost: { ...Object.fromEntries(titles), [locale]: 2, also: 1.5, number: 8 },
    boostDocument: (id) => weights[id] ?? 1,
    prefix: (term) => (isNumber(term) ? /^\d{2,}$/.test(term) : term.length >= 3),
    fuzzy: (term) => !isNumber(term) && term.length >= 4 && FUZZY,
  }
}

function toHit({ entries }: SearchIndex, result: SearchResult, locale: Locale, whole: boolean): Hit {
  const fields = new Set(Object.values(result.match).flat())
  const readersLanguage = [`${locale}Title`, locale, 'also', 'number'].some((field) => fields.has(field))
  return { entry: entries[result.id] as SearchEntry, score: result.score, tokens: result.terms, whole, readersLanguage }
}

function show({ entry, tokens }: Hit, locale: Locale): Found {
  const looked = new Set(tokens)
  const title = excerptOf(entry.title[locale], looked, WHOLE)
  const best = passageOf(entry, looked, locale)
  return { entry, title, body: best?.body ?? null, language: best?.language ?? locale }
}

/**
 * The passage in the first language that has a searched word, the reader's first; the beginning of hers if none has.
 */
function passageOf({ body }: SearchEntry, looked: ReadonlySet<string>, locale: Locale) {
  let first: { language: Locale; body: Excerpt } | null = null
  for (const language of [locale, ...LOCALES.filter((other) => other !== locale)]) {
    const text = body[language]
    if (!text) continue
    const passage = { language, body: excerptOf(text, looked) }
    if (passage.body.found > 0) return passage
    first ??= passage
  }
  return first
}

/** Titles are shown in full. */
const WHOLE = 1000
const SUGGESTED = 6
/** The share of a word that is tried if the whole word is unknown. */
const BEGINNING = 0.6

/** Suggestions: glossary terms that look similar, and articles whose number begins in the same way. */
function suggest({ words, entries }: SearchIndex, tokens: readonly string[]): Suggestions {
  const at = ({ id }: { id: number }) => entries[id] as SearchEntry
  const written = tokens.filter((token) => !isNumber(token))
  const beginnings = written.map((token) => token.slice(0, Math.max(3, Math.ceil(token.length * BEGINNING))))
  const alike = words.search(
    { combineWith: 'OR', queries: [...written, ...beginnings] },
    { prefix: true, fuzzy: 0.45, maxFuzzy: 3, filter: (result) => at(result as { id: number }).kind === 'term' },
  )
  const numbers = tokens.filter(isNumber).map((token) => token.split('-')[0] ?? token)
  return {
    terms: alike.slice(0, SUGGESTED).map((result) => at(result as { id: number }).title),
    articles: entries
      .filter(({ number }) => number !== undefined && numbers.includes(number.split('-')[0] ?? ''))
      .slice(0, SUGGESTED),
  }
}
