import type { Term } from '@/domain/library/glossary'
import type { SearchEntry } from '@/domain/library/search-entry'

/**
 * The entries of the search, multiplied. Each copy has pages of its own, and half of its words get an ending specific
 * to that copy: real libraries grow in vocabulary too, and with the same words only, the search for similar words would
 * not become more expensive.
 */
export function grownEntries(entries: readonly SearchEntry[], times: number): SearchEntry[] {
  return copies(entries, times, (entry, copy) => ({
    ...entry,
    id: `${entry.id} ${copy}`,
    path: `/${copy}${entry.path}`,
    page: `/${copy}${entry.page}`,
    title: reworded(entry.title, copy),
    body: reworded(entry.body, copy),
    also: reworded(entry.also, copy),
    ...(entry.number !== undefined && { number: `${entry.number}-${copy}` }),
  }))
}

/** The glossary, multiplied; the search expands queries with it. */
export function grownTerms(terms: readonly Term[], times: number): Term[] {
  return copies(terms, times, ({ id, ar, fr, en, ...term }, copy) => ({
    ...term,
    ...reworded({ ar, fr, en }, copy),
    id: `${id}-${copy}`,
  }))
}

/** The first copy is the original. */
function copies<T>(items: readonly T[], times: number, copyOf: (item: T, copy: number) => T): T[] {
  const numbers = Array.from({ length: times - 1 }, (_, index) => index + 1)
  return [...items, ...numbers.flatMap((copy) => items.map((item) => copyOf(item, copy)))]
}

function reworded<T extends object>(texts: T, copy: number): T {
  const entries = Object.entries(texts).map(([locale, text]) => [
    locale,
    String(text).replace(/[\p{L}\p{M}]{3,}/gu, (word) => (isChanged(word, copy) ? word + ending(word, copy) : word)),
  ])
  return Object.fromEntries(entries) as T
}

/** In every second copy the word is changed, wherever it occurs. */
function isChanged(word: string, copy: number): boolean {
  const sum = [...word.toLowerCase()].reduce((total, letter) => total + letter.charCodeAt(0), copy)
  return sum % 2 === 0
}

function ending(word: string, copy: number): string {
  const letters = /\p{Script=Arabic}/u.test(word) ? 'بتثجحخدذر' : 'bcdfghjkm'
  return letters.charAt(copy % letters.length)
}
