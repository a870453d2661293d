import { LOCALES, type Locale } from '../locale'
import { type FrenchSounds, frenchSounds } from './french-in-arabic'
import type { Term } from './glossary'
import { isNumber, searchTokens } from './normalise-search'
import { NO_QUESTIONS, type Questions, wordingsOf } from './questions'
import { withoutParticle } from './word-forms'

/** A glossary term as a query may name it. */
type Phrase = { term: string; tokens: readonly string[] }
export type PhraseBook = {
  phrases: readonly Phrase[]
  /** The words for a term in each language, by its id. */
  terms: ReadonlyMap<string, Readonly<Record<Locale, readonly string[]>>>
  /** The French words that may be written in Arabic letters. */
  french: FrenchSounds
}

/** A piece of a query: a word as it was typed, or words with the ids of the terms that they name. */
export type QueryPart = { word: string } | { words: readonly string[]; terms: readonly string[] }

/**
 * Builds the book from the glossary and the everyday words. Additions in brackets explain a term; « tiers / third »
 * gives two variants of it.
 */
export function phraseBook(terms: readonly Term[], { ideas }: Questions = NO_QUESTIONS): PhraseBook {
  const ofTerms = terms.flatMap((term) =>
    LOCALES.flatMap((locale) =>
      alternativesIn(term[locale]).map((way) => ({ term: term.id, tokens: searchTokens(way) })),
    ),
  )
  const ofIdeas = ideas.flatMap((idea) =>
    wordingsOf(idea).flatMap((way) =>
      [...idea.terms, ideaKey(idea.id)].map((term) => ({ term, tokens: searchTokens(way) })),
    ),
  )
  const named = [...terms, ...ideas.map(({ id, ar, fr, en }) => ({ id: ideaKey(id), ar: ar[0], fr: fr[0], en: en[0] }))]
  return {
    phrases: [...ofTerms, ...ofIdeas].filter(({ tokens }) => tokens.length > 0),
    terms: new Map(
      named.map(({ id, ar = '', fr = '', en = '' }) => [
        id,
        { ar: mainTokens(ar), fr: mainTokens(fr), en: mainTokens(en) },
      ]),
    ),
    french: frenchSounds([
      ...UNITS,
      ...ideas.flatMap(({ fr }) => fr),
      ...terms.flatMap(({ fr }) => alternativesIn(fr)),
    ]),
  }
}

/** Words that name a provision. */
const UNITS = ['article', 'loi', 'code', 'penal']

/** The key of an idea among the ids of terms, which contain no space. */
function ideaKey(id: string): string {
  return `idea ${id}`
}

/**
 * Splits a query at the longest terms of any language that it contains. One wrong letter in a long word is tolerated.
 */
export function readPhrases(tokens: readonly string[], { phrases }: PhraseBook): QueryPart[] {
  const parts: QueryPart[] = []
  for (let place = 0; place < tokens.length; ) {
    const rest = tokens.slice(place)
    const named = phrases.filter((phrase) => isAt(rest, phrase.tokens))
    const length = Math.max(0, ...named.map((phrase) => phrase.tokens.length))
    if (length === 0) {
      parts.push({ word: rest[0] ?? '' })
      place += 1
      continue
    }
    const longest = named.filter((phrase) => phrase.tokens.length === length).map(({ term }) => term)
    parts.push({ words: rest.slice(0, length), terms: [...new Set(longest)] })
    place += length
  }
  return parts
}

function isAt(tokens: readonly string[], phrase: readonly string[]): boolean {
  return phrase.length <= tokens.length && phrase.every((word, place) => isNamed(word, tokens[place] ?? ''))
}

function isNamed(word: string, token: string): boolean {
  return isSameWord(word, token) || word === withoutParticle(token)
}

function mainTokens(text: string): readonly string[] {
  return searchTokens(alternativesIn(text)[0] ?? text)
}

function alternativesIn(text: string): string[] {
  return text
    .replace(/\([^)]*\)/g, ' ')
    .split('/')
    .map((way) => way.trim())
    .filter(Boolean)
}

/** In shorter words, one letter changes the meaning. */
const LONG_WORD = 5

/** Equal, or one letter apart (added, left out, replaced, or two swapped) in words that are long enough. */
export function isSameWord(a: string, b: string): boolean {
  if (a === b) return true
  if (Math.min(a.length, b.length) < LONG_WORD || Math.abs(a.length - b.length) > 1 || isNumber(a)) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start += 1
  const [restA, restB] = [a.slice(start), b.slice(start)]
  const swapped = `${restA[1] ?? ''}${restA[0] ?? ''}${restA.slice(2)}`
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA.length > 1 && swapped === restB)
  )
}
